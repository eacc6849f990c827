package org.dimos.record.ros;

import java.util.Map;
import java.util.function.Function;
import org.dimos.core.message.MessageFormatException;
import org.dimos.msgs.sensor.CompressedImage;
import org.dimos.msgs.sensor.Image;
import org.dimos.msgs.std.BoolMessage;
import org.dimos.msgs.std.Float32Message;
import org.dimos.msgs.std.Float64Message;
import org.dimos.msgs.std.Int32Message;
import org.dimos.msgs.std.Int64Message;
import org.dimos.msgs.std.StringMessage;
import org.dimos.record.JpegImages;
import org.dimos.record.RecordingException;

/**
 * The message record that stands for a payload outside of recordings: a number travels as a message that holds it, a picture that is kept
 * as JPEG as a compressed image, any other record as itself.
 *
 * @param message the record
 * @param to makes a message of a payload
 * @param from makes the payload of a message
 */
public record StandIn(Class<?> message, Function<Object, Object> to, Function<Object, Object> from) {
    private static final Map<Class<?>, StandIn> VALUES = Map.of(
            Double.class,
            of(Double.class, Float64Message.class, Float64Message::new, Float64Message::data),
            Float.class,
            of(Float.class, Float32Message.class, Float32Message::new, Float32Message::data),
            Long.class,
            of(Long.class, Int64Message.class, Int64Message::new, Int64Message::data),
            Integer.class,
            of(Integer.class, Int32Message.class, Int32Message::new, Int32Message::data),
            Boolean.class,
            of(Boolean.class, BoolMessage.class, BoolMessage::new, BoolMessage::data),
            String.class,
            of(String.class, StringMessage.class, StringMessage::new, StringMessage::data));
    private static final StandIn JPEG = of(
            Image.class,
            CompressedImage.class,
            image -> new CompressedImage(
                    image.header(),
                    JpegImages.ENCODING,
                    JpegImages.encode(image).data()),
            StandIn::jpeg);

    private static <P, M> StandIn of(
            Class<P> payload, Class<M> message, Function<P, ? extends M> to, Function<M, ? extends P> from) {
        return new StandIn(message, value -> to.apply(payload.cast(value)), value -> from.apply(message.cast(value)));
    }

    private static Image jpeg(CompressedImage compressed) {
        try {
            return JpegImages.ofFile(compressed.header(), compressed.data());
        } catch (RecordingException e) {
            throw new MessageFormatException(String.valueOf(e.getMessage()), e);
        }
    }

    /** What stands for payloads of a class that are numbers or texts; records stand for themselves. */
    public static StandIn of(Class<?> payload) {
        StandIn value = VALUES.get(payload);
        return value == null ? new StandIn(payload, Function.identity(), Function.identity()) : value;
    }

    /** The same for payloads that a recording keeps in a codec: images kept as {@code jpeg} are compressed ones. */
    public static StandIn of(Class<?> payload, String codec) {
        boolean jpeg = payload == Image.class
                && codec.substring(codec.lastIndexOf('+') + 1).equals("jpeg");
        return jpeg ? JPEG : of(payload);
    }
}
