package org.dimos.cli;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.jar.JarFile;
import org.dimos.blueprint.Blueprint;
import org.dimos.blueprint.BlueprintSource;
import org.dimos.core.text.Nearest;

/**
 * The blueprints there are, by name.
 *
 * @param blueprints sorted by name
 */
record Catalog(Map<String, Blueprint> blueprints) {

    /**
     * The blueprints of this program and of more jars.
     *
     * @throws UsageException if a jar cannot be read or two sources give a blueprint of one name
     */
    static Catalog load(List<Path> jars) {
        List<String> mistakes = new ArrayList<>();
        jars.forEach(jar -> check(jar, mistakes));
        throwAny(mistakes);
        ClassLoader loader = jars.isEmpty() ? Catalog.class.getClassLoader() : loader(jars);
        Map<String, Blueprint> found = new TreeMap<>();
        try {
            for (BlueprintSource source : ServiceLoader.load(BlueprintSource.class, loader)) {
                source.blueprints().forEach((name, blueprint) -> {
                    if (found.putIfAbsent(name, blueprint) != null) {
                        mistakes.add("two blueprints are named '" + name + "', one of them in "
                                + source.getClass().getName() + "; rename one");
                    }
                });
            }
        } catch (ServiceConfigurationError e) {
            throw new UsageException("blueprints could not be loaded: " + e.getMessage());
        }
        throwAny(mistakes);
        return new Catalog(found);
    }

    /**
     * The blueprint of a name, or all blueprints of several names together.
     *
     * @throws UsageException for each name that is not known
     */
    Blueprint of(List<String> names) {
        List<String> mistakes = names.stream()
                .filter(name -> !blueprints.containsKey(name))
                .map(name -> "blueprint '" + name + "' is not known" + Nearest.hint(name, blueprints.keySet()))
                .toList();
        throwAny(mistakes);
        Blueprint[] parts = names.stream().distinct().map(this::known).toArray(Blueprint[]::new);
        return parts.length == 1 ? parts[0] : Blueprint.autoconnect(parts);
    }

    private Blueprint known(String name) {
        Blueprint blueprint = blueprints.get(name);
        if (blueprint == null) {
            throw new IllegalArgumentException("blueprint '" + name + "' is not known");
        }
        return blueprint;
    }

    private static void throwAny(List<String> mistakes) {
        if (!mistakes.isEmpty()) {
            throw new UsageException(mistakes);
        }
    }

    private static void check(Path jar, List<String> mistakes) {
        if (!Files.exists(jar)) {
            mistakes.add("--classpath: there is no file " + jar);
        } else if (!Files.isDirectory(jar)) {
            try (JarFile opened = new JarFile(jar.toFile())) {
                opened.size();
            } catch (IOException e) {
                mistakes.add("--classpath: " + jar + " is no jar: " + e.getMessage());
            }
        }
    }

    /** The loader stays open for as long as the program runs: its modules load classes while they work. */
    private static ClassLoader loader(List<Path> jars) {
        URL[] urls = jars.stream().map(Catalog::url).toArray(URL[]::new);
        return new URLClassLoader("dimos", urls, Catalog.class.getClassLoader());
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UsageException("--classpath: " + jar + " is no usable path: " + e.getMessage());
        }
    }
}
