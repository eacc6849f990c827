package org.dimos.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a command line that runs a blueprint, taken apart: {@code --MODULE.FIELD value} and {@code --MODULE.FIELD=value}
 * depend on the blueprint, so they are taken out before the rest is understood.
 *
 * @param values by {@code Module.field}
 * @param rest the other words
 */
record ModuleFields(Map<String, String> values, List<String> rest) {
    private static final Set<String> COMMANDS = Set.of("run", "verify", "rerun");
    private static final Pattern OPTION = Pattern.compile("--([^-=.][^=]*\\.[^=./]+)(?:=(.*))?", Pattern.DOTALL);

    /**
     * Takes a command line apart.
     *
     * @throws UsageException if a field has no value
     */
    static ModuleFields in(String... args) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> rest = new ArrayList<>();
        boolean inRun = false;
        for (int i = 0; i < args.length; i++) {
            Matcher option = OPTION.matcher(args[i]);
            if (!inRun || !option.matches()) {
                inRun |= COMMANDS.contains(args[i]);
                rest.add(args[i]);
            } else if (option.group(2) != null) {
                values.put(option.group(1), option.group(2));
            } else if (i + 1 == args.length) {
                throw new UsageException("option '" + args[i] + "' needs a value, as in " + args[i] + " 1");
            } else {
                values.put(option.group(1), args[++i]);
            }
        }
        return new ModuleFields(values, rest);
    }
}
