package org.dimos.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dimos.record.compare.Tolerances;
import picocli.CommandLine.Option;

/** The option about what may be different. */
final class ToleranceChoice {
    @Option(
            names = "--tolerance",
            paramLabel = "STREAM.FIELD=X",
            description = "Lets the numbers of a field, or of all fields of a stream or below a field, be X apart:"
                    + " odom.pose.pose.position=1e-6, cmd_vel=0.01; the time of messages is STREAM.ts.")
    private Map<String, Double> rules = new LinkedHashMap<>();

    Tolerances tolerances() {
        return Tolerances.of(rules);
    }
}
