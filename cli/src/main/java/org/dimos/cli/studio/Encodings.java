package org.dimos.cli.studio;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which characters a terminal can show. */
final class Encodings {
    private Encodings() {}

    /** Whether its locale, if it says one, is of UTF-8. */
    static boolean isUnicode(Map<String, String> environment) {
        return List.of("LC_ALL", "LC_CTYPE", "LANG").stream()
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .map(value -> value.toLowerCase(Locale.ROOT).replace("-", "").contains("utf8"))
                .orElse(true);
    }
}
