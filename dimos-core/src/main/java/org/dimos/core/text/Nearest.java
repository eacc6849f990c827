package org.dimos.core.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the known name that an unknown one most likely meant. */
public final class Nearest {
    private Nearest() {}

    /** The known name with the fewest edits away, if it is near enough to be meant. */
    public static Optional<String> to(String name, Collection<String> known) {
        return known.stream()
                .filter(candidate -> distance(name, candidate) <= tolerance(name, candidate))
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
    }

    /** «; did you mean 'x'?» if something is near, else «; there is a, b, c». */
    public static String hint(String name, Collection<String> known) {
        if (known.isEmpty()) {
            return "; there is none";
        }
        return to(name, known)
                .map(near -> "; did you mean '" + near + "'?")
                .orElseGet(() -> "; there is " + known.stream().sorted().collect(Collectors.joining(", ")));
    }

    private static int tolerance(String a, String b) {
        boolean oneHoldsTheOther = !a.isEmpty() && (fold(b).contains(fold(a)) || fold(a).contains(fold(b)));
        return oneHoldsTheOther ? Math.max(a.length(), b.length()) : Math.max(1, Math.max(a.length(), b.length()) / 3);
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The Levenshtein distance, without regard to case. */
    private static int distance(String a, String b) {
        String left = fold(a);
        String right = fold(b);
        int[] previous = new int[right.length() + 1];
        int[] current = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = previous[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            int[] swap = previous;
            previous = current;
            current = swap;
        }
        return previous[right.length()];
    }
}
