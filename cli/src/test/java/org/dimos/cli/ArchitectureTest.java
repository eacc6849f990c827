package org.dimos.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.ObjectInputStream;
import org.dimos.core.bus.ReceiverReport;
import org.dimos.core.bus.StreamReport;
import org.jspecify.annotations.NullMarked;

/** The rooms, the arrows between them, and the habits that hold in all of them. */
@AnalyzeClasses(packages = "org.dimos", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] CORE = {"org.dimos.core..", "org.dimos.msgs.."};
    private static final String RECORD = "org.dimos.record..";
    private static final String BLUEPRINT = "org.dimos.blueprint..";
    private static final String ROBOTS = "org.dimos.robots..";
    private static final String CLI = "org.dimos.cli..";
    private static final String BUS = "org.dimos.core.bus";

    @ArchTest
    static final ArchRule coreKnowsNoOtherRoom = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(RECORD, BLUEPRINT, ROBOTS, CLI);

    @ArchTest
    static final ArchRule recordKnowsCoreOnly = noClasses()
            .that()
            .resideInAPackage(RECORD)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BLUEPRINT, ROBOTS, CLI)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule blueprintKnowsCoreAndRecordOnly = noClasses()
            .that()
            .resideInAPackage(BLUEPRINT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROBOTS, CLI)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule robotsKnowCoreAndBlueprintOnly = noClasses()
            .that()
            .resideInAPackage(ROBOTS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(RECORD, CLI)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule theBusIsForThoseWhoRunGraphs = noClasses()
            .that()
            .resideInAnyPackage(ROBOTS, CLI)
            .should()
            .dependOnClassesThat(resideInAPackage(BUS)
                    .and(describe(
                            "are no reports",
                            type -> !belongToAnyOf(StreamReport.class, ReceiverReport.class)
                                    .test(type))))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule injectionShowsUpWhereGraphsAreStarted = noClasses()
            .that()
            .resideOutsideOfPackage(BLUEPRINT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.inject..");

    @ArchTest
    static final ArchRule packagesBelowARoomHaveNoCycles =
            slices().matching("org.dimos.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesAreNullMarked = classes().should(beInANullMarkedPackage());

    @ArchTest
    static final ArchRule classesAreNamedAfterWhatTheyAre =
            noClasses().should().haveNameMatching(".*(Manager|Helper|Helpers|Util|Utils|Impl)");

    @ArchTest
    static final ArchRule timeIsInjected = noClasses()
            .that()
            .resideOutsideOfPackage("org.dimos.core.time")
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould(callMethodWhere(describe(
                    "asks java.time for now",
                    call -> call.getTarget().getName().equals("now")
                            && call.getTargetOwner().getPackageName().equals("java.time"))));

    @ArchTest
    static final ArchRule nobodySleeps = noClasses()
            .should(callMethodWhere(describe(
                    "sleeps",
                    call -> call.getTarget().getName().equals("sleep")
                            && (call.getTargetOwner().isEquivalentTo(Thread.class)
                                    || call.getTargetOwner().isAssignableTo(java.util.concurrent.TimeUnit.class)))));

    @ArchTest
    static final ArchRule loggingGoesThroughSlf4j =
            noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");

    @ArchTest
    static final ArchRule nobodyPrintsAStackTrace = noClasses()
            .should(callMethodWhere(describe(
                    "prints a stack trace", call -> call.getTarget().getName().equals("printStackTrace"))));

    @ArchTest
    static final ArchRule onlyTheProgramPrintsAndExits = noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule nothingIsDeserialised =
            noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class);

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a package whose package-info.java says @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                String message = type.getPackageName() + (marked ? " is" : " is not") + " @NullMarked";
                events.add(new SimpleConditionEvent(type, marked, message));
            }
        };
    }
}
