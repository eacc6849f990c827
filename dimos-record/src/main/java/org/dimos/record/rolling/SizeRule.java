package org.dimos.record.rolling;

/**
 * All runs together, with everything that belongs to them, never take more of the disk.
 *
 * @param bytes how much they may take
 */
record SizeRule(long bytes) implements RetentionRule {

    @Override
    public boolean isExceeded(Holdings holdings) {
        return holdings.bytes() > bytes;
    }

    @Override
    public String refusal() {
        return "no room within " + bytes / 1_000_000 + " MB of rolling recordings";
    }
}
