package org.dimos.record.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.dimos.core.text.Glob;
import org.dimos.core.text.Nearest;
import org.dimos.record.RecordingException;

/**
 * How far numbers may be apart and still count as equal, by stream and field. A rule {@code odom.pose.pose.position} is
 * for all numbers below that field, {@code odom} for all of the stream; {@code *} stands for any characters. The last
 * rule that fits counts. The time of messages is the field {@code ts}, in seconds, as are stamps.
 */
public final class Tolerances {
    /** What the time of a message is called. */
    public static final String TIME = "ts";

    private static final Tolerances NONE = new Tolerances(List.of());

    private final List<Rule> rules;

    private record Rule(String key, Predicate<String> exact, Predicate<String> below, double tolerance) {

        static Rule of(String key, double tolerance) {
            return new Rule(key, Glob.matching(key), Glob.matching(key + ".*"), tolerance);
        }

        boolean fits(String field) {
            return exact.test(field) || below.test(field);
        }
    }

    private Tolerances(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Only what is equal counts as equal. */
    public static Tolerances none() {
        return NONE;
    }

    /** One rule for each entry, in that order. */
    public static Tolerances of(Map<String, Double> rules) {
        Tolerances tolerances = NONE;
        for (Map.Entry<String, Double> rule : new LinkedHashMap<>(rules).entrySet()) {
            tolerances = tolerances.with(rule.getKey(), rule.getValue());
        }
        return tolerances;
    }

    /**
     * The same and one rule more.
     *
     * @param key a stream, or a stream and a field: {@code odom.pose.pose.position.x}
     * @param tolerance the greatest difference that does not count, at least 0
     * @throws RecordingException if the tolerance is no such number
     */
    public Tolerances with(String key, double tolerance) {
        if (!(tolerance >= 0)) {
            throw new RecordingException("a tolerance of " + tolerance + " for '" + key + "'; it must be at least 0");
        }
        List<Rule> more = new ArrayList<>(rules);
        more.add(Rule.of(key, tolerance));
        return new Tolerances(more);
    }

    /** How far the numbers of a field may be apart; indices in its path do not matter. */
    double of(String stream, String field) {
        if (rules.isEmpty()) {
            return 0;
        }
        String full = stream + "." + field.replaceAll("\\[[^]]*]", "");
        return last(rule -> rule.fits(full)).orElse(0);
    }

    /** How far the times of messages may be apart, in seconds, where a rule names them. */
    OptionalDouble ofTime(String stream) {
        return last(rule -> rule.key().endsWith("." + TIME) && rule.exact().test(stream + "." + TIME));
    }

    private OptionalDouble last(Predicate<Rule> wanted) {
        for (int i = rules.size() - 1; i >= 0; i--) {
            if (wanted.test(rules.get(i))) {
                return OptionalDouble.of(rules.get(i).tolerance());
            }
        }
        return OptionalDouble.empty();
    }

    /**
     * Refuses rules for streams that are not compared.
     *
     * @throws RecordingException naming the first, and the nearest stream there is
     */
    public void check(Collection<String> streams) {
        Optional<String> stray = rules.stream()
                .map(Rule::key)
                .filter(key -> !key.contains("*") && !key.contains("?"))
                .filter(key -> streams.stream().noneMatch(stream -> key.equals(stream) || key.startsWith(stream + ".")))
                .findFirst();
        if (stray.isPresent()) {
            String stream = stray.get().replaceFirst("\\..*", "");
            throw new RecordingException("the tolerance for '" + stray.get() + "' is of no use: no stream '" + stream
                    + "' is compared" + Nearest.hint(stream, streams));
        }
    }
}
