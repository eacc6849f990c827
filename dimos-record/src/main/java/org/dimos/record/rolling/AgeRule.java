package org.dimos.record.rolling;

import java.time.Duration;

/**
 * A segment goes when its last message is older.
 *
 * @param age how long it stays
 */
record AgeRule(Duration age) implements RetentionRule {

    @Override
    public boolean isExceeded(Holdings holdings) {
        return !holdings.deletable().isEmpty()
                && holdings.deletable()
                        .get(0)
                        .modified()
                        .isBefore(holdings.now().minus(age));
    }

    @Override
    public String refusal() {
        return "older than " + age;
    }
}
