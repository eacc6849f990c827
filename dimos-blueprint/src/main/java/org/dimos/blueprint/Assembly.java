package org.dimos.blueprint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dimos.blueprint.config.ConfigBinder;
import org.dimos.blueprint.config.ConfigException;
import org.dimos.blueprint.config.ModuleConfig;
import org.dimos.blueprint.config.Settings;
import org.dimos.core.time.Timeline;
import org.dimos.core.transport.Transport;
import org.dimos.core.transport.Transports;

/**
 * The constructed but not yet started parts of a graph.
 *
 * @param assembler what constructed them, and can construct more
 * @param parts recorders first, then modules, then what plays
 */
record Assembly(Assembler assembler, List<Part> parts) {

    static Assembly of(Blueprint blueprint, Settings settings, Optional<Timeline> given, Ending ending) {
        Map<String, Object> configs = bindConfigs(blueprint, settings);
        ErrorRouting.install();
        Timeline timeline = given.or(() -> providedTimeline(blueprint)).orElseGet(Timeline::live);
        Assembler assembler = new Assembler(blueprint, timeline, ending, transports(settings));
        try {
            return new Assembly(assembler, timeline.call(() -> assembler.assemble(configs)));
        } catch (RuntimeException e) {
            assembler.links().close();
            timeline.close();
            throw e;
        }
    }

    /** As the environment says: that of the settings, or where these have none that of the process. */
    private static Function<String, Transport> transports(Settings settings) {
        Map<String, String> environment = settings.environment().isEmpty() ? System.getenv() : settings.environment();
        return name -> Transports.open(name, environment);
    }

    /** The configuration of each module that runs. */
    static Map<String, Object> bindConfigs(Blueprint blueprint, Settings settings) {
        List<ModuleConfig> modules = blueprint.modules().stream()
                .filter(Entry::isEnabled)
                .map(entry -> new ModuleConfig(entry.name(), entry.type(), entry.config()))
                .toList();
        absent(blueprint).forEach(module -> refuseOptionsOf(module, settings));
        try {
            return new ConfigBinder(modules, settings.withoutSections(absent(blueprint))).bind();
        } catch (ConfigException e) {
            throw new BlueprintException(e.mistakes());
        }
    }

    /** A configuration file may be for the live robot as well as for its replay. */
    private static void refuseOptionsOf(String module, Settings settings) {
        settings.commandLine().keySet().stream()
                .filter(key -> key.startsWith(module + "."))
                .findFirst()
                .ifPresent(key -> {
                    throw new BlueprintException("--" + key + " has no effect: module '" + module
                            + "' is replaced by the recording or disabled; leave it out, or --keep " + module);
                });
    }

    /** The modules that the blueprint knows and that do not run: a configuration file may still speak of them. */
    private static List<String> absent(Blueprint blueprint) {
        Stream<String> replaced = blueprint.replayPlan().map(ReplayPlan::modules).orElse(List.of()).stream()
                .filter(ReplayPlan.ModulePlan::isReplaced)
                .map(ReplayPlan.ModulePlan::name);
        Stream<String> disabled =
                blueprint.modules().stream().filter(entry -> !entry.isEnabled()).map(Entry::name);
        return Stream.concat(replaced, disabled).toList();
    }

    private static Optional<Timeline> providedTimeline(Blueprint blueprint) {
        List<Timeline> timelines = blueprint.entries().stream()
                .filter(ProviderEntry.class::isInstance)
                .flatMap(entry -> ((ProviderEntry) entry).provider().timeline().stream())
                .toList();
        if (timelines.size() > 1) {
            timelines.forEach(Timeline::close);
            throw new BlueprintException("the blueprint replays " + timelines.size()
                    + " recordings; a graph has one clock, so replay one of them, or merge them first");
        }
        return timelines.stream().findFirst();
    }
}
