package org.dimos.cli;

import java.util.List;
import java.util.Optional;
import org.dimos.record.QueuePolicy;
import org.dimos.record.RecorderConfig;
import org.dimos.record.sqlite.StreamSpec;

/** A rule for the streams whose names match a pattern, as it is written on the command line: {@code camera*=newest}. */
sealed interface RecordRule {

    /** The whole text. */
    String text();

    /** The same settings with this rule after the others. */
    RecorderConfig addTo(RecorderConfig config);

    /** What is wrong with it, if anything. */
    Optional<String> mistake();

    /** What comes before the equals sign. */
    default String pattern() {
        return text().substring(0, Math.max(0, text().indexOf('=')));
    }

    /** What comes after the equals sign. */
    default String value() {
        return text().substring(text().indexOf('=') + 1);
    }

    /**
     * How streams are encoded.
     *
     * @param text the rule as it was written
     */
    record Codec(String text) implements RecordRule {

        @Override
        public RecorderConfig addTo(RecorderConfig config) {
            return config.withCodec(pattern(), value());
        }

        @Override
        public Optional<String> mistake() {
            return !pattern().isEmpty() && StreamSpec.isCodec(value())
                    ? Optional.empty()
                    : Optional.of(
                            "--record-codec '" + text()
                                    + "' is no rule; write STREAM=jpeg, STREAM=lz4+lcm or STREAM=lz4+jpeg, with * and ? in STREAM");
        }
    }

    /**
     * What becomes of streams when the queue is full.
     *
     * @param text the rule as it was written
     */
    record Policy(String text) implements RecordRule {
        private static final List<String> NAMES = List.of("lossless", "newest", "oldest");
        private static final List<QueuePolicy> POLICIES =
                List.of(QueuePolicy.LOSSLESS, QueuePolicy.NEWEST_WINS, QueuePolicy.DROP_NEWEST);

        @Override
        public RecorderConfig addTo(RecorderConfig config) {
            return config.withPolicy(pattern(), POLICIES.get(NAMES.indexOf(value())));
        }

        @Override
        public Optional<String> mistake() {
            return !pattern().isEmpty() && NAMES.contains(value())
                    ? Optional.empty()
                    : Optional.of(
                            "--record-policy '" + text()
                                    + "' is no rule; write STREAM=lossless, STREAM=newest or STREAM=oldest, with * and ? in STREAM");
        }
    }
}
