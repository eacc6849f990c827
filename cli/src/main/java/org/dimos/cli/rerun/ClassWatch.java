package org.dimos.cli.rerun;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for changes of the jars and folders that the program's classes come from. */
public final class ClassWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClassWatch.class);
    private static final long LOOK_MILLIS = 200;
    /** A build writes many files; this long after the last one it is taken to be over. */
    private static final long QUIET_MILLIS = 500;

    private final WatchService service;

    private ClassWatch(WatchService service) {
        this.service = service;
    }

    /** Watches this program's own class path and more jars or folders. */
    public static ClassWatch of(List<Path> more) {
        try {
            ClassWatch watch = new ClassWatch(FileSystems.getDefault().newWatchService());
            Stream<Path> own = Stream.of(
                            System.getProperty("java.class.path", "").split(File.pathSeparator))
                    .map(Path::of);
            for (Path entry : Stream.concat(own, more.stream()).distinct().toList()) {
                watch.add(entry);
            }
            return watch;
        } catch (IOException e) {
            throw new UncheckedIOException("changes of classes cannot be watched", e);
        }
    }

    /** A jar is watched through its folder and the libraries beside it, a folder of classes with all below it. */
    private void add(Path entry) throws IOException {
        if (Files.isDirectory(entry)) {
            try (Stream<Path> below = Files.walk(entry)) {
                for (Path folder : below.filter(Files::isDirectory).toList()) {
                    register(folder);
                }
            }
        } else if (Files.exists(entry)) {
            Path folder =
                    Optional.ofNullable(entry.toAbsolutePath().getParent()).orElse(Path.of(""));
            register(folder);
            Path libraries = folder.resolve("lib");
            if (Files.isDirectory(libraries)) {
                register(libraries);
            }
        }
    }

    private void register(Path folder) throws IOException {
        WatchKey unused = folder.register(
                service,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_MODIFY,
                StandardWatchEventKinds.ENTRY_DELETE);
    }

    /**
     * Waits until classes have changed and the change is over.
     *
     * @param stop whether to give up
     * @return false if it gave up
     */
    public boolean awaitChange(BooleanSupplier stop) {
        boolean changed = false;
        while (!stop.getAsBoolean()) {
            boolean more = look(changed ? QUIET_MILLIS : LOOK_MILLIS);
            if (changed && !more) {
                return true;
            }
            changed |= more;
        }
        return false;
    }

    private boolean look(long millis) {
        try {
            WatchKey key = service.poll(millis, TimeUnit.MILLISECONDS);
            if (key == null) {
                return false;
            }
            boolean classes = key.pollEvents().stream()
                    .map(event -> String.valueOf(event.context()))
                    .anyMatch(name -> name.endsWith(".class") || name.endsWith(".jar"));
            if (key.watchable() instanceof Path folder) {
                watchNewFolders(folder);
            }
            boolean unused = key.reset();
            return classes;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A package that is new, or that a clean build made again. */
    private void watchNewFolders(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.filter(Files::isDirectory).toList()) {
                register(entry);
            }
        } catch (IOException e) {
            LOG.debug("{} went away while it was looked at", folder, e);
        }
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
