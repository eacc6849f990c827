package org.dimos.record.sqlite;

import org.dimos.core.array.Bytes;
import org.dimos.core.message.Encoded;
import org.dimos.record.RecordingException;

/** The codecs of a recording: names joined by {@code +}, the outermost first. */
public final class PayloadCodecs {
    static final String LCM = "lcm";
    static final String JPEG = "jpeg";
    static final String JSON = "json";
    static final String TEXT = "text";
    static final String PICKLE = "pickle";

    private static final String LZ4 = "lz4+";

    private PayloadCodecs() {}

    /** The innermost codec. */
    public static String base(String codec) {
        return codec.substring(codec.lastIndexOf('+') + 1);
    }

    /** Whether bytes of a codec can be unpacked here. */
    public static boolean isKnown(String codec) {
        String rest = codec;
        while (rest.startsWith(LZ4)) {
            rest = rest.substring(LZ4.length());
        }
        return rest.equals(LCM) || rest.equals(JPEG) || rest.equals(JSON) || rest.equals(TEXT);
    }

    /** The bytes without any compression around them. */
    public static Encoded unpack(Encoded encoded) {
        Encoded rest = encoded;
        while (rest.codec().startsWith(LZ4)) {
            rest = new Encoded(rest.codec().substring(LZ4.length()), Lz4Frames.decompress(rest.data()));
        }
        return rest;
    }

    /**
     * The same message under another codec with the same innermost one. A JPEG envelope is LCM too.
     *
     * @throws RecordingException if that would mean to encode the message anew
     */
    static Encoded convert(Encoded encoded, String codec) {
        if (encoded.codec().equals(codec)) {
            return encoded;
        }
        Encoded plain = unpack(encoded);
        String base = base(codec);
        if (!plain.codec().equals(base) && !(plain.codec().equals(JPEG) && base.equals(LCM))) {
            throw new RecordingException("bytes in '" + encoded.codec() + "' cannot be stored as '" + codec + "'");
        }
        return new Encoded(codec, pack(plain.data(), codec));
    }

    /** Wraps the bytes of the innermost codec in the others. */
    static Bytes pack(Bytes plain, String codec) {
        return codec.startsWith(LZ4) ? Lz4Frames.compress(pack(plain, codec.substring(LZ4.length()))) : plain;
    }

    /** The first bytes of the innermost codec. */
    static Bytes head(Encoded encoded, int count) {
        if (!encoded.codec().startsWith(LZ4)) {
            return encoded.data().slice(0, Math.min(count, encoded.data().length()));
        }
        String inner = encoded.codec().substring(LZ4.length());
        return inner.startsWith(LZ4)
                ? head(new Encoded(inner, Lz4Frames.decompress(encoded.data())), count)
                : Lz4Frames.head(encoded.data(), count);
    }
}
