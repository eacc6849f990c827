package org.dimos.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dimos.blueprint.BlueprintException;
import org.dimos.blueprint.ModuleException;
import org.dimos.blueprint.config.ConfigException;
import org.dimos.blueprint.introspection.LiveRunException;
import org.dimos.cli.text.Terminal;
import org.dimos.core.text.Nearest;
import org.dimos.core.transport.TransportException;
import org.dimos.record.RecordingException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong, a line for each mistake, and chooses the exit code. A stack trace only for who asks for it. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private static final int DEEPEST_CAUSE = 20;

    private final Terminal terminal;
    private final boolean traces;

    Failures(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.traces = !environment.getOrDefault("DIMOS_DEBUG", "").isEmpty();
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        return tell(e);
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        say(UsageText.of(e) + suggestion(e) + " See '" + command + " --help'.");
        return ExitCode.USAGE;
    }

    private static String suggestion(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)
                || unmatched.getSuggestions().isEmpty()) {
            return ".";
        }
        List<String> near = unmatched.getSuggestions();
        String word = unmatched.getUnmatched().get(0);
        String best = Nearest.to(word, e.getCommandLine().getSubcommands().keySet())
                .or(() -> Nearest.to(word, near))
                .orElse(near.get(0));
        return "; did you mean '" + best + "'?";
    }

    /** Says what went wrong and answers the exit code. */
    int tell(Throwable failure) {
        if (traces) {
            trace(failure, "");
        }
        if (failure instanceof UsageException usage) {
            return mistakes(usage.mistakes());
        } else if (failure instanceof BlueprintException blueprint) {
            return mistakes(blueprint.mistakes());
        } else if (failure instanceof ConfigException config) {
            return mistakes(config.mistakes());
        } else if (failure instanceof RecordingException || failure instanceof TransportException) {
            return mistakes(List.of(message(failure)));
        } else if (failure instanceof LiveRunException) {
            say(message(failure));
            return ExitCode.FAILED;
        } else if (failure instanceof ModuleException) {
            say(message(failure));
            Arrays.stream(failure.getSuppressed()).forEach(other -> say(message(other)));
            return ExitCode.FAILED;
        }
        say("unexpected " + failure.getClass().getSimpleName() + ": " + message(failure)
                + (traces ? "" : " (DIMOS_DEBUG=1 shows where)"));
        return ExitCode.FAULT;
    }

    private void trace(Throwable failure, String indent) {
        terminal.note(indent + failure);
        for (StackTraceElement frame : failure.getStackTrace()) {
            terminal.note(indent + "    at " + frame);
        }
        Throwable cause = failure.getCause();
        if (cause != null && indent.length() < DEEPEST_CAUSE) {
            trace(cause, indent + "  ");
        }
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? "no message" : message;
    }

    private int mistakes(List<String> mistakes) {
        mistakes.forEach(this::say);
        return ExitCode.USAGE;
    }

    private void say(String sentence) {
        terminal.note(terminal.red("dimos:") + " " + Terminal.plain(sentence.strip()));
    }
}
