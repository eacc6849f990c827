package org.dimos.record.repair;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import org.dimos.record.RecordingException;
import org.dimos.record.edit.NewFile;
import org.dimos.record.sqlite.Salvage;
import org.dimos.record.sqlite.SalvagedStream;

/** Saves what can be read of a damaged file into a new one. */
public final class Recovery {
    private Recovery() {}

    /**
     * Makes the new file; what is missing is noted in it as losses. Messages whose payload cannot be decoded do not come
     * over.
     *
     * @param file the damaged file, which is not changed
     * @param target the new file
     * @param progress is told how many messages came over so far
     * @throws RecordingException if nothing can be read, the target exists or cannot be written
     */
    public static List<SalvagedStream> recover(Path file, Path target, LongConsumer progress) {
        try (NewFile recovered = NewFile.at(target)) {
            List<SalvagedStream> streams = salvage(file, recovered, progress);
            boolean nothing = streams.stream().allMatch(stream -> stream.rows() == 0)
                    && streams.stream().anyMatch(stream -> stream.missing() > 0);
            if (nothing) {
                throw new RecordingException("no message of " + file + " can be read, so nothing was recovered");
            }
            recovered.sync();
            recovered.place();
            return streams;
        }
    }

    private static List<SalvagedStream> salvage(Path file, NewFile target, LongConsumer progress) {
        try {
            return Salvage.salvage(file, target.path(), progress);
        } catch (RecordingException e) {
            throw target.named(e);
        }
    }
}
