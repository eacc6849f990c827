package org.dimos.blueprint.junit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dimos.blueprint.Blueprint;
import org.dimos.blueprint.BlueprintException;
import org.dimos.blueprint.BlueprintSource;
import org.dimos.blueprint.verify.Verification;
import org.dimos.core.text.Nearest;
import org.dimos.record.Recording;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/** Replays before the test and hands it the result. */
final class ReplayExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final ExtensionContext.Namespace PLACE = ExtensionContext.Namespace.create(ReplayExtension.class);
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]*)}");

    @Override
    public void beforeEach(ExtensionContext context) {
        ReplayTest test = context.getRequiredTestMethod().getAnnotation(ReplayTest.class);
        Path file = Path.of(withProperties(test.recording()));
        if (!Files.exists(file)) {
            throw new TestAbortedException("the recording " + file + " is not there, so the replay is skipped");
        }
        Verification verification = Verification.of(blueprint(test.blueprint()), Recording.open(file))
                .keeping(Set.of(test.keep()));
        context.getStore(PLACE).put(ReplayResult.class, ReplayResult.of(verification));
    }

    private static String withProperties(String text) {
        return PROPERTY.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(System.getProperty(found.group(1), "no-property-" + found.group(1))));
    }

    private static Blueprint blueprint(String names) {
        Map<String, Blueprint> known = new TreeMap<>();
        ServiceLoader.load(BlueprintSource.class).forEach(source -> known.putAll(source.blueprints()));
        return Arrays.stream(names.split("\\+", -1))
                .map(name -> {
                    Blueprint blueprint = known.get(name);
                    if (blueprint == null) {
                        throw new BlueprintException(
                                "blueprint '" + name + "' is not known" + Nearest.hint(name, known.keySet()));
                    }
                    return blueprint;
                })
                .reduce(Blueprint::autoconnect)
                .orElseThrow();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ReplayResult.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(PLACE).get(ReplayResult.class, ReplayResult.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        ReplayResult result = context.getStore(PLACE).remove(ReplayResult.class, ReplayResult.class);
        if (result != null) {
            result.close();
        }
    }
}
