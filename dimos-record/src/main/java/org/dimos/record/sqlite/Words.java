package org.dimos.record.sqlite;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** How alike two names are, for hints in error messages. */
final class Words {
    private static final int MAX_SHOWN = 80;

    private Words() {}

    /** How many letters must be changed, added or taken away to make one name the other. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    /** The candidate most like a name, if any is like it at all. */
    static Optional<String> nearest(String name, Collection<String> candidates) {
        return candidates.stream()
                .filter(candidate -> distance(candidate, name) <= Math.max(2, name.length() / 2))
                .min(Comparator.comparingInt(candidate -> distance(candidate, name)));
    }

    /** A text from a foreign file, short and without control characters, fit for an error message. */
    static String shown(String text) {
        String plain = text.replaceAll("\\p{C}", "?");
        return plain.length() <= MAX_SHOWN ? plain : plain.substring(0, MAX_SHOWN) + "…";
    }
}
