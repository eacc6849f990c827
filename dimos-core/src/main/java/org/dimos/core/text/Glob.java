package org.dimos.core.text;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Patterns of names: {@code *} stands for any characters, {@code ?} for one. */
public final class Glob {
    private Glob() {}

    /** Whether a whole name matches the pattern. */
    public static Predicate<String> matching(String pattern) {
        String regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return Pattern.compile(regex).asMatchPredicate();
    }

    /** Whether a whole name matches one of the patterns. */
    public static Predicate<String> matchingAny(List<String> patterns) {
        return patterns.stream().map(Glob::matching).reduce(name -> false, Predicate::or);
    }
}
