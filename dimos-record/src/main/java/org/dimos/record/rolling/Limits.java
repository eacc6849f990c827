package org.dimos.record.rolling;

import java.time.Duration;
import java.util.List;
import org.dimos.record.RecordingException;

/**
 * How much is kept of the rolling recordings.
 *
 * @param bytes how much of the disk all runs together may take, with everything that belongs to them
 * @param age how long a segment stays
 * @param keepFree how much of the disk is left to others
 */
public record Limits(long bytes, Duration age, long keepFree) {
    /** Below it a segment has hardly room for a message beside its tables. */
    public static final long LEAST_BYTES = 10_000_000;

    private static final long USUAL_BYTES = 2_000_000_000L;
    private static final long USUAL_FREE = 1_000_000_000L;
    private static final long LARGEST_SEGMENT = 128 << 20;
    /** Tables and indexes of a few streams leave little room in less. */
    private static final long SMALL_SEGMENT = 5 << 19;

    private static final long LARGEST_LOG = 16 << 20;
    private static final Duration LONGEST_SEGMENT = Duration.ofMinutes(5);

    public Limits {
        if (bytes < LEAST_BYTES) {
            throw new RecordingException(
                    "a rolling recording of " + bytes + " bytes is too small; it takes 10 MB at least");
        }
        if (age.isNegative() || age.isZero()) {
            throw new RecordingException("an age of " + age + " keeps nothing; it must be longer than 0");
        }
        if (keepFree < 0) {
            throw new RecordingException("what is left free of the disk cannot be less than 0");
        }
    }

    /** 2 GB, a day, 1 GB left free. */
    public Limits() {
        this(USUAL_BYTES, Duration.ofHours(24), USUAL_FREE);
    }

    /** The same with another size. */
    public Limits withBytes(long newBytes) {
        return new Limits(newBytes, age, keepFree);
    }

    /** The same with another age. */
    public Limits withAge(Duration newAge) {
        return new Limits(bytes, newAge, keepFree);
    }

    /** The same with more or less of the disk left free. */
    public Limits withKeepFree(long newKeepFree) {
        return new Limits(bytes, age, newKeepFree);
    }

    /** The rules that all of these make together. */
    List<RetentionRule> rules() {
        return List.of(new SizeRule(bytes), new AgeRule(age), new FreeDiskRule(keepFree));
    }

    /** How large the file of a segment becomes, without its log. */
    long segmentBytes() {
        return Math.max(Math.min(bytes / 8, SMALL_SEGMENT), Math.min(bytes / 16, LARGEST_SEGMENT));
    }

    /** How long the log of a segment may be before a transaction begins. */
    long logBytes() {
        return Math.min(bytes / 32, LARGEST_LOG);
    }

    /** How long a segment is written to. */
    Duration segmentTime() {
        Duration part = age.dividedBy(8);
        return part.compareTo(LONGEST_SEGMENT) < 0 ? part : LONGEST_SEGMENT;
    }

    /**
     * How much of the disk a segment may take while it is written: each transaction writes every page of the file into
     * the log at most once.
     */
    long reservation(long capacity) {
        return 2 * capacity + capacity / 500 + logBytes() + SIDE_FILES;
    }

    /** The shared index of the log, file ends, and run.json while it is written again. */
    private static final long SIDE_FILES = 512 << 10;
}
