package org.dimos.benchmarks.store;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/** The bytes alone, one after the other, with an fsync after each batch: what the disk takes. */
public final class RawFile implements Contestant {
    private static final int BUFFER = 1 << 20;

    @Override
    public String name() {
        return "raw file, fsync";
    }

    @Override
    public double write(Messages messages, Path file) throws IOException {
        long start = System.nanoTime();
        try (FileOutputStream out = new FileOutputStream(file.toFile());
                BufferedOutputStream buffered = new BufferedOutputStream(out, BUFFER)) {
            long batch = 0;
            for (int i = 0; i < messages.count(); i++) {
                byte[] data = messages.data(i);
                buffered.write(data);
                batch += data.length;
                if (batch >= BATCH_BYTES) {
                    buffered.flush();
                    out.getChannel().force(false);
                    batch = 0;
                }
            }
            buffered.flush();
            out.getChannel().force(false);
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
