package org.dimos.record.rolling;

/**
 * Part of the disk is left to others.
 *
 * @param bytes how much
 */
record FreeDiskRule(long bytes) implements RetentionRule {

    @Override
    public boolean isExceeded(Holdings holdings) {
        return holdings.freeBytes() - holdings.coming() < bytes;
    }

    @Override
    public String refusal() {
        return "less than " + bytes / 1_000_000 + " MB of the disk would be left";
    }
}
