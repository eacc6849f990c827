package org.dimos.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.dimos.core.array.Bytes;
import org.dimos.msgs.sensor.Image;
import org.dimos.msgs.std.Header;
import org.junit.jupiter.api.Test;

class JpegImagesTest {
    private static final Header HEADER = Header.of(1_700_000_000_000_000_000L, "camera");

    @Test
    void aGreyFileKeepsItsBrightness() throws IOException {
        BufferedImage grey = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        Arrays.fill(((DataBufferByte) grey.getRaster().getDataBuffer()).getData(), (byte) 100);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(grey, "jpeg", file);

        Image decoded = JpegImages.decode(JpegImages.ofFile(HEADER, Bytes.wrap(file.toByteArray())));

        assertThat(decoded.encoding()).isEqualTo("rgb8");
        assertThat(decoded.data().getUnsigned(0)).isBetween(98, 102);
        assertThat(decoded.data().length()).isEqualTo(3 * 16 * 16);
    }

    @Test
    void aFileTellsItsSizeWithoutBeingDecoded() {
        Image jpeg = JpegImages.encode(new Image(HEADER, 8, 24, "mono8", (byte) 0, 24, Bytes.wrap(new byte[8 * 24])));

        assertThat(JpegImages.ofFile(HEADER, jpeg.data())).isEqualTo(jpeg);
    }

    @Test
    void refusesWhatIsNoJpeg() {
        assertThatThrownBy(() -> JpegImages.ofFile(HEADER, Bytes.wrap(new byte[100])))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("no valid JPEG picture");
    }
}
