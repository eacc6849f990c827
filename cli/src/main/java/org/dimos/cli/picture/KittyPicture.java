package org.dimos.cli.picture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;

/** A frame in the graphics protocol of kitty, which others have too: compressed pixels in pieces of text. */
final class KittyPicture {
    private static final int PIECE = 4096;
    private static final int NUMBER = 7531;

    private KittyPicture() {}

    static String of(Raster raster, int columns, int rows) {
        String data = new String(Base64.getEncoder().encode(compressed(raster)), UTF_8);
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < data.length(); at += PIECE) {
            int end = Math.min(data.length(), at + PIECE);
            out.append("\u001b_G");
            if (at == 0) {
                out.append("a=T,f=24,o=z,i=")
                        .append(NUMBER)
                        .append(",q=2,C=1,s=")
                        .append(raster.width());
                out.append(",v=").append(raster.height());
                out.append(",c=").append(columns).append(",r=").append(rows).append(',');
            }
            out.append("m=").append(end < data.length() ? 1 : 0).append(';').append(data, at, end);
            out.append("\u001b\\");
        }
        return out.toString();
    }

    /** Takes the picture off the screen. */
    static String removal() {
        return "\u001b_Ga=d,d=I,i=" + NUMBER + ",q=2\u001b\\";
    }

    private static byte[] compressed(Raster raster) {
        byte[] pixels = new byte[raster.width() * raster.height() * 3];
        int at = 0;
        for (int y = 0; y < raster.height(); y++) {
            for (int x = 0; x < raster.width(); x++) {
                int rgb = raster.rgb(x, y);
                pixels[at++] = (byte) (rgb >> 16);
                pixels[at++] = (byte) (rgb >> 8);
                pixels[at++] = (byte) rgb;
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
            deflater.write(pixels);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
