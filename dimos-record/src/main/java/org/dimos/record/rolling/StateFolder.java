package org.dimos.record.rolling;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Where the program keeps what it makes by itself: the folder {@code runs} in it has a folder per recorded run, {@code
 * live} a file per run that is going on, {@code logs} what runs had to say.
 *
 * @param path the folder, which need not be there yet
 */
public record StateFolder(Path path) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneId.systemDefault());
    private static final int LONGEST_TITLE = 60;

    /** {@code $DIMOS_STATE}, else {@code $XDG_STATE_HOME/dimos}, else {@code ~/.local/state/dimos}. */
    public static StateFolder of(Map<String, String> environment) {
        String own = environment.getOrDefault("DIMOS_STATE", "");
        if (!own.isEmpty()) {
            return new StateFolder(Path.of(own).toAbsolutePath());
        }
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        Path base = state.startsWith("/")
                ? Path.of(state)
                : Path.of(environment.getOrDefault("HOME", System.getProperty("user.home", ".")), ".local", "state");
        return new StateFolder(base.resolve("dimos"));
    }

    /** The folder of all runs. */
    public Path runsPath() {
        return path.resolve("runs");
    }

    /** The folder of what is known of runs that are going on. */
    public Path livePath() {
        return path.resolve("live");
    }

    /** The folder of the logs of runs. */
    public Path logsPath() {
        return path.resolve("logs");
    }

    /** A folder for a new run, which is not made yet. */
    public Path newRun(String blueprint, Instant start) {
        return runsPath().resolve(newId(blueprint, start));
    }

    /** What a new run is called, unlike any other. */
    public static String newId(String blueprint, Instant start) {
        String title = blueprint.replaceAll("[^A-Za-z0-9_+.-]", "-");
        String shortTitle = title.substring(0, Math.min(LONGEST_TITLE, title.length()));
        String id = UUID.randomUUID().toString().substring(0, 4);
        return TIME.format(start) + "-" + shortTitle + "-" + id;
    }

    /** All runs that there is something to say about, newest first. */
    public List<RunFolder> runs() {
        List<RunFolder> runs = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(runsPath())) {
            for (Path folder : folders) {
                if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                    RunRecord.read(folder)
                            .or(() -> RunRecord.guess(folder))
                            .ifPresent(about -> runs.add(new RunFolder(folder, about)));
                }
            }
        } catch (IOException e) {
            return List.of();
        }
        runs.sort(Comparator.comparing((RunFolder run) -> run.about().start())
                .thenComparing(RunFolder::name)
                .reversed());
        return runs;
    }

    /** The run of that name, or the only one whose name begins so. */
    public Optional<RunFolder> run(String name) {
        List<RunFolder> all = runs();
        List<RunFolder> near =
                all.stream().filter(run -> run.name().startsWith(name)).toList();
        return all.stream()
                .filter(run -> run.name().equals(name))
                .findFirst()
                .or(() -> near.size() == 1 ? near.stream().findFirst() : Optional.empty());
    }
}
