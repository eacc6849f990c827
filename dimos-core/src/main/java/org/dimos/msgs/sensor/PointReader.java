package org.dimos.msgs.sensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.dimos.core.message.MessageFormatException;
import org.jspecify.annotations.Nullable;

/** Reads the points of a {@link PointCloud2} one by one, whatever their layout. */
public final class PointReader {
    private final ByteBuffer data;
    private final int size;
    private final int width;
    private final int pointStep;
    private final int rowStep;
    private final PointField x;
    private final PointField y;
    private final PointField z;
    private final @Nullable PointField intensity;

    PointReader(PointCloud2 cloud) {
        this.data = cloud.data().asBuffer(cloud.isBigendian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        this.size = requireSize(cloud);
        this.width = cloud.width();
        this.pointStep = cloud.pointStep();
        this.rowStep = cloud.rowStep();
        this.x = requireField(cloud, "x");
        this.y = requireField(cloud, "y");
        this.z = requireField(cloud, "z");
        this.intensity = field(cloud, "intensity").orElse(null);
    }

    /** Takes the coordinates of one point, in m. */
    @FunctionalInterface
    public interface PointConsumer {
        void accept(double x, double y, double z);
    }

    /** The number of points; some may have coordinates that are NaN, if the cloud is not dense. */
    public int size() {
        return size;
    }

    public double x(int index) {
        return value(x, index);
    }

    public double y(int index) {
        return value(y, index);
    }

    public double z(int index) {
        return value(z, index);
    }

    /** The intensity; 0 if the cloud has none. */
    public double intensity(int index) {
        return intensity == null ? 0 : value(intensity, index);
    }

    /** Gives all points in order. */
    public void forEach(PointConsumer consumer) {
        for (int i = 0; i < size; i++) {
            consumer.accept(x(i), y(i), z(i));
        }
    }

    private double value(PointField field, int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("point " + index + " of a cloud of " + size);
        }
        int at = index / width * rowStep + index % width * pointStep + field.offset();
        return switch (field.datatype()) {
            case PointField.INT8 -> data.get(at);
            case PointField.UINT8 -> Byte.toUnsignedInt(data.get(at));
            case PointField.INT16 -> data.getShort(at);
            case PointField.UINT16 -> Short.toUnsignedInt(data.getShort(at));
            case PointField.INT32 -> data.getInt(at);
            case PointField.UINT32 -> Integer.toUnsignedLong(data.getInt(at));
            case PointField.FLOAT32 -> data.getFloat(at);
            default -> data.getDouble(at);
        };
    }

    private static int requireSize(PointCloud2 cloud) {
        long row = (long) cloud.width() * cloud.pointStep();
        boolean positive = cloud.width() >= 0 && cloud.height() >= 0 && cloud.pointStep() > 0;
        boolean rowsFit = cloud.height() <= 1 || cloud.rowStep() >= row;
        long end = cloud.height() == 0 ? 0 : (cloud.height() - 1L) * cloud.rowStep() + row;
        boolean empty = cloud.width() == 0 || cloud.height() == 0;
        if (!empty && !(positive && rowsFit && end <= cloud.data().length())) {
            throw new MessageFormatException("a cloud of " + cloud.width() + "x" + cloud.height() + " points of "
                    + cloud.pointStep() + " bytes in rows of " + cloud.rowStep() + " does not fit its "
                    + cloud.data().length() + " bytes of data");
        }
        return empty ? 0 : cloud.width() * cloud.height();
    }

    private static PointField requireField(PointCloud2 cloud, String name) {
        return field(cloud, name)
                .orElseThrow(() -> new MessageFormatException("a cloud has no '" + name + "'; it has "
                        + cloud.fields().stream().map(PointField::name).toList()));
    }

    private static Optional<PointField> field(PointCloud2 cloud, String name) {
        Optional<PointField> found = cloud.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst();
        found.ifPresent(field -> requireWithinPoint(field, cloud.pointStep()));
        return found;
    }

    private static void requireWithinPoint(PointField field, int pointStep) {
        int valueSize = field.valueSize();
        if (valueSize == 0 || field.offset() < 0 || field.offset() > pointStep - valueSize) {
            throw new MessageFormatException("a cloud has '" + field.name() + "' with type " + field.datatype()
                    + " at byte " + field.offset() + ", which is not within the " + pointStep + " bytes of a point");
        }
    }
}
