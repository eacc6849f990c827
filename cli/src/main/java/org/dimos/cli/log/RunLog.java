package org.dimos.cli.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dimos.record.rolling.StateFolder;
import org.slf4j.LoggerFactory;

/**
 * The log of a run: what its modules and the program have to say, from {@code INFO} on, in a file that stays when the
 * run is over. It takes a few megabytes at most; of the logs of earlier runs the newest are kept.
 */
public final class RunLog implements AutoCloseable {
    private static final String RUN = "run";
    private static final long LIMIT = 2_000_000;
    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{0}: %msg%n";

    private final Path file;
    private final Optional<OutputStreamAppender<ILoggingEvent>> appender;

    private RunLog(Path file, Optional<OutputStreamAppender<ILoggingEvent>> appender) {
        this.file = file;
        this.appender = appender;
    }

    /**
     * Begins the log of a run.
     *
     * @param id what the run is called
     * @throws IOException if it cannot be written
     */
    public static RunLog open(StateFolder state, String id) throws IOException {
        Files.createDirectories(state.logsPath());
        new LogFolder(state.logsPath()).makeRoom();
        Path file = LogFolder.file(state.logsPath(), id);
        BoundedFile lines = new BoundedFile(file, LIMIT);
        return new RunLog(file, context().map(context -> append(context, lines)));
    }

    private static Optional<LoggerContext> context() {
        return LoggerFactory.getILoggerFactory() instanceof LoggerContext context
                ? Optional.of(context)
                : Optional.empty();
    }

    private static OutputStreamAppender<ILoggingEvent> append(LoggerContext context, BoundedFile lines) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setOutputStream(lines);
        appender.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(appender);
        root.setLevel(Level.INFO);
        Logger run = context.getLogger(RUN);
        run.setAdditive(false);
        run.addAppender(appender);
        return appender;
    }

    /** Where it is. */
    public Path file() {
        return file;
    }

    /** Adds a line about the run itself, which is not said on the terminal. */
    public void info(String line) {
        context().ifPresent(context -> context.getLogger(RUN).info(line));
    }

    /** Adds a line about what made the run fail, which is said on the terminal anyway. */
    public void error(String line) {
        context().ifPresent(context -> context.getLogger(RUN).error(line));
    }

    /** Ends the log; the file stays. */
    @Override
    public void close() {
        appender.ifPresent(own -> context().ifPresent(context -> {
            Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            root.detachAppender(own);
            root.setLevel(Level.WARN);
            context.getLogger(RUN).detachAppender(own);
            own.stop();
        }));
    }
}
