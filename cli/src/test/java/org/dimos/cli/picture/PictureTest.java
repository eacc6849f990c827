package org.dimos.cli.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.dimos.core.array.Bytes;
import org.dimos.msgs.sensor.CompressedImage;
import org.dimos.msgs.sensor.Image;
import org.dimos.msgs.std.Header;
import org.junit.jupiter.api.Test;

class PictureTest {
    private static final Header HEADER = Header.of(1_700_000_000_000_000_000L, "camera");
    private static final String ESC = "\u001b";

    private static Frame frame(int width, int height, String encoding, int... bytes) {
        byte[] data = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            data[i] = (byte) bytes[i];
        }
        return Frame.of(Image.of(HEADER, width, height, encoding, Bytes.wrap(data)));
    }

    /** A picture of colours that sixels have exactly. */
    private static Frame mosaic(int width, int height) {
        int[] data = new int[width * height * 3];
        for (int i = 0; i < width * height; i++) {
            data[3 * i] = i % 6 * 51;
            data[3 * i + 1] = i / 6 % 4 * 85;
            data[3 * i + 2] = i / 7 % 6 * 51;
        }
        return frame(width, height, "rgb8", data);
    }

    @Test
    void twoPixelsShareACell() {
        Frame frame = frame(2, 3, "rgb8", 255, 0, 0, 1, 2, 3, 0, 255, 0, 4, 5, 6, 9, 9, 9, 9, 9, 9);
        Picture picture = Picture.of(frame, 2, 2, GraphicsMode.TRUE_COLOUR);
        assertThat(picture.columns()).isEqualTo(2);
        assertThat(picture.rows()).isEqualTo(2);
        assertThat(Picture.of(frame, 2, 2, GraphicsMode.TRUE_COLOUR).lines().get(1))
                .contains(";49m")
                .endsWith(ESC + "[0m");
        Picture whole =
                Picture.of(frame(2, 2, "rgb8", 255, 0, 0, 1, 2, 3, 0, 255, 0, 4, 5, 6), 2, 1, GraphicsMode.TRUE_COLOUR);
        assertThat(whole.lines())
                .containsExactly(ESC + "[38;2;255;0;0;48;2;0;255;0m▀" + ESC + "[38;2;1;2;3;48;2;4;5;6m▀" + ESC + "[0m");
    }

    @Test
    void coloursThatStayAreSaidOnce() {
        Frame frame = frame(3, 2, "mono8", 7, 7, 7, 7, 7, 7);
        assertThat(Picture.of(frame, 3, 1, GraphicsMode.TRUE_COLOUR).lines())
                .containsExactly(ESC + "[38;2;7;7;7;48;2;7;7;7m▀▀▀" + ESC + "[0m");
        assertThat(Picture.of(frame, 3, 1, GraphicsMode.COLOURS_256).lines())
                .containsExactly(ESC + "[38;5;232;48;5;232m▀▀▀" + ESC + "[0m");
    }

    @Test
    void withoutColoursBrighterIsDenser() {
        Frame frame = frame(4, 2, "mono8", 0, 80, 160, 255, 0, 80, 160, 255);
        assertThat(Picture.of(frame, 4, 1, GraphicsMode.SHADES).lines()).containsExactly(" -*@");
    }

    @Test
    void theNearestOf256ColoursIsTaken() {
        assertThat(CellPicture.nearest(0xff0000)).isEqualTo(196);
        assertThat(CellPicture.nearest(0xffffff)).isEqualTo(231);
        assertThat(CellPicture.nearest(0x808080)).isEqualTo(244);
        assertThat(CellPicture.nearest(0x5f87af)).isEqualTo(67);
    }

    @Test
    void proportionsAreKept() {
        Frame wide = mosaic(64, 48);
        assertThat(Picture.of(wide, 80, 24, GraphicsMode.SHADES))
                .returns(64, Picture::columns)
                .returns(24, Picture::rows);
        assertThat(Picture.of(wide, 20, 24, GraphicsMode.SHADES))
                .returns(20, Picture::columns)
                .returns(8, Picture::rows);
        assertThat(Picture.of(mosaic(1, 200), 80, 24, GraphicsMode.SHADES))
                .returns(1, Picture::columns)
                .returns(24, Picture::rows);
        assertThat(Picture.of(wide, 80, 24, GraphicsMode.SIXEL))
                .returns(64, Picture::columns)
                .returns(24, Picture::rows);
    }

    @Test
    void everyEncodingHasItsColours() {
        assertThat(frame(1, 1, "rgb8", 1, 2, 3).rgb(0, 0)).isEqualTo(0x010203);
        assertThat(frame(1, 1, "bgr8", 1, 2, 3).rgb(0, 0)).isEqualTo(0x030201);
        assertThat(frame(1, 1, "rgba8", 1, 2, 3, 9).rgb(0, 0)).isEqualTo(0x010203);
        assertThat(frame(1, 1, "bgra8", 1, 2, 3, 9).rgb(0, 0)).isEqualTo(0x030201);
        assertThat(frame(1, 1, "8UC3", 1, 2, 3).rgb(0, 0)).isEqualTo(0x030201);
        assertThat(frame(1, 1, "mono8", 200).rgb(0, 0)).isEqualTo(0xc8c8c8);
        assertThat(frame(2, 1, "rgb16", 0, 0, 0, 1, 255, 255, 0, 0, 0, 0, 0, 0).rgb(0, 0) & 0xff)
                .isEqualTo(255);
        for (String encoding :
                List.of("mono16", "16UC1", "16SC1", "8SC1", "32SC1", "32FC1", "64FC1", "64FC3", "16UC2")) {
            assertRange(encoding);
        }
    }

    /** Numbers of any range go from dark to white. */
    private static void assertRange(String encoding) {
        PixelLayout layout = PixelLayout.of(encoding).orElseThrow();
        for (byte bigendian : new byte[] {0, 1}) {
            ByteBuffer data = ByteBuffer.allocate(3 * layout.pixelBytes())
                    .order(bigendian == 1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
            for (int value : new int[] {10, 60, 110}) {
                for (int i = 0; i < layout.channels(); i++) {
                    put(data, layout, value);
                }
            }
            Image image =
                    new Image(HEADER, 1, 3, encoding, bigendian, 3 * layout.pixelBytes(), Bytes.wrap(data.array()));
            Frame frame = Frame.of(image);
            assertThat(IntStream.range(0, 3).map(x -> frame.rgb(x, 0) & 0xff).toArray())
                    .as(encoding)
                    .containsExactly(24, 140, 255);
        }
    }

    private static void put(ByteBuffer data, PixelLayout layout, int value) {
        var unused = switch (layout.bytes()) {
            case 1 -> data.put((byte) value);
            case 2 -> data.putShort((short) value);
            case 4 -> layout.kind() == 'F' ? data.putFloat(value) : data.putInt(value);
            default -> layout.kind() == 'F' ? data.putDouble(value) : data.putLong(value);
        };
    }

    @Test
    void whereADepthCameraSawNothingIsBlack() {
        ByteBuffer data = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
        data.putFloat(0).putFloat(1).putFloat(Float.NaN).putFloat(3).putFloat(Float.POSITIVE_INFINITY);
        Frame frame = Frame.of(Image.of(HEADER, 5, 1, "32FC1", Bytes.wrap(data.array())));
        assertThat(IntStream.range(0, 5).map(x -> frame.rgb(x, 0) & 0xff).toArray())
                .containsExactly(0, 24, 0, 255, 0);
        assertThat(frame(2, 1, "16UC1", 0, 0, 0, 0).rgb(0, 0)).isZero();
    }

    @Test
    void sixelsShowThePicture() {
        for (int[] size : new int[][] {{1, 1}, {13, 7}, {40, 33}}) {
            Frame frame = mosaic(size[0], size[1]);
            Raster raster = Raster.fit(frame, size[0], size[1]);
            Drawn drawn = Drawn.ofSixels(SixelPicture.of(raster));
            assertThat(drawn.width()).isEqualTo(size[0]);
            assertThat(drawn.height()).isEqualTo(size[1]);
            assertSame(frame, drawn, 1);
        }
    }

    @Test
    void coloursThatSixelsLackAreMixed() {
        int[] data = new int[16 * 16 * 3];
        Arrays.fill(data, 100);
        Drawn drawn = Drawn.ofSixels(SixelPicture.of(Raster.fit(frame(16, 16, "rgb8", data), 16, 16)));
        double red = IntStream.of(drawn.pixels().toArray())
                .map(rgb -> rgb >> 16 & 0xff)
                .average()
                .orElse(0);
        double green = IntStream.of(drawn.pixels().toArray())
                .map(rgb -> rgb >> 8 & 0xff)
                .average()
                .orElse(0);
        assertThat(red).isBetween(95.0, 105.0);
        assertThat(green).isBetween(95.0, 105.0);
    }

    @Test
    void kittyShowsThePicture() {
        for (int[] size : new int[][] {{1, 1}, {13, 7}, {200, 150}}) {
            Frame frame = mosaic(size[0], size[1]);
            String text = KittyPicture.of(Raster.fit(frame, size[0], size[1]), 7, 5);
            assertThat(text).contains(",c=7,r=5,");
            assertSame(frame, Drawn.ofKitty(text), 0);
        }
        assertThat(GraphicsMode.KITTY.removal())
                .hasValueSatisfying(text -> assertThat(text).contains("a=d"));
        assertThat(GraphicsMode.SIXEL.removal()).isEmpty();
    }

    private static void assertSame(Frame frame, Drawn drawn, int tolerance) {
        for (int y = 0; y < frame.height(); y++) {
            for (int x = 0; x < frame.width(); x++) {
                for (int shift : new int[] {0, 8, 16}) {
                    int expected = frame.rgb(x, y) >> shift & 0xff;
                    assertThat(drawn.rgb(x, y) >> shift & 0xff).isBetween(expected - tolerance, expected + tolerance);
                }
            }
        }
    }

    @Test
    void pixelsFillTheCellsOfTheTerminal() {
        Drawn drawn = Drawn.ofKitty(Picture.of(mosaic(64, 48), 20, 6, GraphicsMode.KITTY, new CellSize(8, 16))
                .lines()
                .get(0));
        assertThat(drawn.width()).isEqualTo(128);
        assertThat(drawn.height()).isEqualTo(96);
        Picture large = Picture.of(mosaic(64, 48), 300, 100, GraphicsMode.KITTY, new CellSize(20, 40));
        assertThat(Drawn.ofKitty(large.lines().get(0)).width()).isLessThanOrEqualTo(1600);
        assertThat(large.rows()).isEqualTo(100);
        assertThat(large.columns()).isBetween(266, 267);
    }

    @Test
    void jpegPicturesAreDecoded() throws IOException {
        BufferedImage picture = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 256; i++) {
            picture.setRGB(i % 16, i / 16, 0x3060c0);
        }
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", jpeg);
        Bytes data = Bytes.wrap(jpeg.toByteArray());
        Frame compressed = Frame.of(new CompressedImage(HEADER, "jpeg", data));
        Frame envelope = Frame.of(new Image(HEADER, 16, 16, "jpeg", (byte) 0, 0, data));
        assertThat(compressed.rgb(5, 5) >> 16 & 0xff).isBetween(0x28, 0x38);
        assertThat(compressed.rgb(5, 5) & 0xff).isBetween(0xb4, 0xcc);
        assertThat(envelope.rgb(5, 5)).isEqualTo(compressed.rgb(5, 5));
    }

    @Test
    void whatIsNoPictureIsSaid() {
        assertRefused("is no picture", "text");
        assertRefused("cannot be drawn", new CompressedImage(HEADER, "png", Bytes.copyOf((byte) 1, (byte) 2)));
        assertRefused("no valid JPEG", new CompressedImage(HEADER, "jpeg", Bytes.copyOf((byte) 0xff, (byte) 0xd8)));
        assertRefused(
                "its pixels are not known", new Image(HEADER, 1, 1, "yuv422", (byte) 0, 2, Bytes.copyOf((byte) 1)));
        assertRefused("does not fit", new Image(HEADER, 1 << 30, 1 << 30, "rgb8", (byte) 0, 3, Bytes.empty()));
        assertRefused("does not fit", new Image(HEADER, 2, 2, "rgb8", (byte) 0, 5, Bytes.wrap(new byte[100])));
        assertRefused("does not fit", new Image(HEADER, 0, 0, "rgb8", (byte) 0, 0, Bytes.empty()));
        assertRefused("does not fit", new Image(HEADER, -1, 5, "mono8", (byte) 0, -1, Bytes.wrap(new byte[9])));
        assertThatThrownBy(() -> Picture.of(mosaic(2, 2), 0, 5, GraphicsMode.SHADES))
                .hasMessageContaining("no room");
        assertThatThrownBy(() -> Picture.of(mosaic(2, 2), 1 << 20, 1 << 20, GraphicsMode.SHADES))
                .isInstanceOf(PictureException.class);
    }

    private static void assertRefused(String expected, Object message) {
        assertThatThrownBy(() -> Frame.of(message))
                .isInstanceOf(PictureException.class)
                .hasMessageContaining(expected);
    }

    @Test
    void damagedPicturesAreDrawnOrRefused() {
        long seed = 3;
        Random random = new Random(seed);
        List<String> encodings =
                List.of("rgb8", "bgra8", "mono16", "32FC1", "64FC9", "8SC2", "jpeg", "16FC1", "", "99UC1");
        List<GraphicsMode> modes = List.of(GraphicsMode.values());
        int drawn = 0;
        for (int n = 0; n < 2000; n++) {
            byte[] data = new byte[random.nextInt(400)];
            random.nextBytes(data);
            Image image = new Image(
                    HEADER,
                    random.nextInt(12) - 1,
                    random.nextInt(12) - 1,
                    encodings.get(random.nextInt(encodings.size())),
                    (byte) random.nextInt(2),
                    random.nextInt(60),
                    Bytes.wrap(data));
            GraphicsMode mode = modes.get(random.nextInt(modes.size()));
            try {
                Picture picture = Picture.of(Frame.of(image), 1 + random.nextInt(20), 1 + random.nextInt(20), mode);
                assertThat(picture.lines()).as("seed %d case %d", seed, n).isNotEmpty();
                drawn++;
            } catch (PictureException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
        assertThat(drawn).isBetween(100, 1900);
    }
}
