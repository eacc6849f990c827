package org.dimos.record.imports.ros1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;
import org.dimos.record.RecordingException;

/** How the records of a chunk are compressed. */
enum Compression {
    NONE("none") {
        @Override
        InputStream open(InputStream in) {
            return in;
        }
    },
    BZ2("bz2") {
        @Override
        InputStream open(InputStream in) throws IOException {
            return new BufferedInputStream(new BZip2CompressorInputStream(in));
        }
    },
    /** An LZ4 frame, its blocks independent or linked. */
    LZ4("lz4") {
        @Override
        InputStream open(InputStream in) throws IOException {
            return new BufferedInputStream(new FramedLZ4CompressorInputStream(in));
        }
    };

    private final String id;

    Compression(String id) {
        this.id = id;
    }

    abstract InputStream open(InputStream in) throws IOException;

    static Compression named(String id, String where) {
        return Arrays.stream(values())
                .filter(each -> each.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new RecordingException("a chunk in " + where + " has the compression '" + id
                        + "'; known are "
                        + Arrays.stream(values()).map(each -> each.id).collect(Collectors.joining(", "))));
    }
}
