package org.dimos.blueprint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds in a module's code the calls whose answers are different in every run: wall time, threads of its own and
 * randomness without a seed. Looks into the module's class and those of its package that it refers to.
 */
final class UnrepeatableCalls {
    private static final int MOST_CLASSES = 500;
    private static final String ANY = "";
    private static final String RX = "io/reactivex/rxjava3/";

    /** Classes with those of their methods that are meant, by name; all methods where that is empty. */
    private static final Map<String, List<String>> CALLS = Map.ofEntries(
            Map.entry("java/lang/System", List.of("nanoTime", "currentTimeMillis")),
            Map.entry("java/time/Instant", List.of("now")),
            Map.entry("java/time/LocalDateTime", List.of("now")),
            Map.entry("java/time/LocalDate", List.of("now")),
            Map.entry("java/time/LocalTime", List.of("now")),
            Map.entry("java/time/ZonedDateTime", List.of("now")),
            Map.entry("java/time/OffsetDateTime", List.of("now")),
            Map.entry("java/time/Clock", List.of("systemUTC", "systemDefaultZone", "system")),
            Map.entry("java/lang/Thread", List.of("<init>", "sleep", "start", "ofVirtual", "startVirtualThread")),
            Map.entry("java/util/Timer", List.of("<init>")),
            Map.entry("java/util/concurrent/Executors", List.of(ANY)),
            Map.entry("java/util/concurrent/ForkJoinPool", List.of(ANY)),
            Map.entry("java/util/concurrent/CompletableFuture", List.of("supplyAsync", "runAsync")),
            Map.entry("java/util/concurrent/TimeUnit", List.of("sleep")),
            Map.entry("java/util/concurrent/ThreadLocalRandom", List.of("current")),
            Map.entry("java/util/UUID", List.of("randomUUID")),
            Map.entry("java/lang/Math", List.of("random")),
            Map.entry("java/security/SecureRandom", List.of(ANY)),
            Map.entry("java/util/List", List.of("parallelStream")),
            Map.entry("java/util/Collection", List.of("parallelStream")),
            Map.entry(RX + "schedulers/Schedulers", List.of("computation", "io", "newThread", "single")));

    private static final Set<String> WITHOUT_SEED =
            Set.of("java/util/Random", "java/util/SplittableRandom", "java/util/Date");

    private UnrepeatableCalls() {}

    /** A sentence for each such call that a class or those around it make. */
    static List<String> of(Class<?> module) {
        Set<String> found = new LinkedHashSet<>();
        Set<Class<?>> seen = new LinkedHashSet<>();
        Deque<Class<?>> ahead = new ArrayDeque<>(List.of(module));
        while (!ahead.isEmpty() && seen.size() < MOST_CLASSES) {
            Class<?> next = ahead.remove();
            if (seen.add(next)) {
                ConstantPool.of(next).ifPresent(pool -> {
                    pool.calls().stream()
                            .filter(UnrepeatableCalls::isUnrepeatable)
                            .forEach(call -> found.add(sentence(next, call)));
                    pool.classes().forEach(name -> neighbour(module, name).ifPresent(ahead::add));
                });
            }
        }
        return List.copyOf(found);
    }

    private static boolean isUnrepeatable(ConstantPool.Call call) {
        List<String> methods = CALLS.getOrDefault(call.owner(), List.of());
        return methods.contains(ANY)
                || methods.contains(call.name())
                || (WITHOUT_SEED.contains(call.owner())
                        && call.name().equals("<init>")
                        && call.descriptor().equals("()V"))
                || isTimedByRxItself(call);
    }

    /** Operators that keep time do so on threads of RxJava where they are not given a scheduler. */
    private static boolean isTimedByRxItself(ConstantPool.Call call) {
        String arguments = call.descriptor().substring(0, call.descriptor().indexOf(')') + 1);
        return call.owner().startsWith(RX + "core/")
                && !call.owner().startsWith(RX + "core/Scheduler")
                && arguments.contains("java/util/concurrent/TimeUnit;")
                && !arguments.contains(RX + "core/Scheduler;");
    }

    private static Optional<Class<?>> neighbour(Class<?> module, String internalName) {
        String name = internalName.replace('/', '.');
        boolean around = module.getName().startsWith(name + "$");
        if (around
                || !name.startsWith(module.getPackageName() + ".")
                || name.indexOf('.', module.getPackageName().length() + 1) >= 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(Class.forName(name, false, module.getClassLoader()));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }

    private static String sentence(Class<?> type, ConstantPool.Call call) {
        String owner = call.owner().substring(call.owner().lastIndexOf('/') + 1);
        String what = call.name().equals("<init>") ? "new " + owner + "()" : owner + "." + call.name() + "()";
        return type.getSimpleName() + " calls " + what;
    }
}
