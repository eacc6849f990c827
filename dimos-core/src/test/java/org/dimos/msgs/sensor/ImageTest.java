package org.dimos.msgs.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dimos.core.array.Bytes;
import org.dimos.core.message.MessageFormatException;
import org.dimos.msgs.std.Header;
import org.junit.jupiter.api.Test;

class ImageTest {
    private static final Header HEADER = Header.of(5_000_000_000L, "camera");

    @Test
    void knowsTheSizeOfPixels() {
        assertThat(image("rgb8", 6, 6).bytesPerPixel()).hasValue(3);
        assertThat(image("16UC1", 6, 6).bytesPerPixel()).hasValue(2);
        assertThat(image("32FC3", 6, 6).bytesPerPixel()).hasValue(12);
        assertThat(image("jpeg", 0, 6).bytesPerPixel()).isEmpty();
    }

    @Test
    void fillsInTheLengthOfRows() {
        Image image = Image.of(HEADER, 2, 3, "rgb8", Bytes.wrap(new byte[18]));
        assertThat(image.step()).isEqualTo(6);
        assertThat(image.requireAllPixels()).isSameAs(image);
        assertThat(image.stampNanos()).isEqualTo(5_000_000_000L);
    }

    @Test
    void refusesToMakeAPictureOfTooFewBytes() {
        assertThatThrownBy(() -> Image.of(HEADER, 2, 3, "rgb8", Bytes.wrap(new byte[17])))
                .hasMessage("a 2x3 picture in rgb8 has 18 bytes, not 17");
        assertThatThrownBy(() -> Image.of(HEADER, 2, 3, "jpeg", Bytes.wrap(new byte[17])))
                .hasMessage("encoding 'jpeg' has no fixed size of a pixel");
    }

    @Test
    void saysThatPixelsAreMissing() {
        assertThatThrownBy(() -> image("rgb8", 5, 100).requireAllPixels())
                .isInstanceOf(MessageFormatException.class)
                .hasMessage("a 2x3 picture in rgb8 with rows of 5 bytes does not fit its 100 bytes of data");
        assertThatThrownBy(() -> image("rgb8", 6, 17).requireAllPixels()).isInstanceOf(MessageFormatException.class);
        assertThat(image("jpeg", 0, 5).requireAllPixels().data().length()).isEqualTo(5);
    }

    private static Image image(String encoding, int step, int bytes) {
        return new Image(HEADER, 3, 2, encoding, (byte) 0, step, Bytes.wrap(new byte[bytes]));
    }
}
