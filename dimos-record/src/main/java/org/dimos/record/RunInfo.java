package org.dimos.record;

/**
 * What ran while a recording was made.
 *
 * @param blueprint the names of the blueprints
 * @param javaVersion the version of the Java runtime
 * @param startNanos when the recording began, nanoseconds since the epoch
 */
public record RunInfo(String blueprint, String javaVersion, long startNanos) {

    /** A run that starts now on this Java runtime. */
    public static RunInfo of(String blueprint, long startNanos) {
        return new RunInfo(blueprint, Runtime.version().toString(), startNanos);
    }
}
