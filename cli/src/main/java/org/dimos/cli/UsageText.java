package org.dimos.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A mistake in the words of the command line as one sentence. */
final class UsageText {
    private UsageText() {}

    static String of(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched().get(0), isCommand(e));
        }
        if (e instanceof MissingParameterException missing && isPositional(missing.getMissing())) {
            return missing.getMissing().stream().map(ArgSpec::paramLabel).collect(Collectors.joining(", "))
                    + " is missing";
        }
        String message = e.getMessage();
        return message == null
                ? "the command line cannot be understood"
                : firstLower(message.lines().findFirst().orElse(""));
    }

    private static boolean isPositional(List<ArgSpec> missing) {
        return !missing.isEmpty() && missing.stream().noneMatch(OptionSpec.class::isInstance);
    }

    private static boolean isCommand(ParameterException e) {
        return e.getCommandLine().getParent() == null;
    }

    private static String unmatched(String word, boolean command) {
        if (word.startsWith("-")) {
            return "option '" + word + "' is not known";
        }
        return command ? "command '" + word + "' is not known" : "'" + word + "' is one word too many";
    }

    private static String firstLower(String sentence) {
        return sentence.isEmpty() ? sentence : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
