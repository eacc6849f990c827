package org.dimos.record.sqlite;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which Python class a recording names for a type. Python opens a file only if it can import every one of them. */
final class PythonTypes {
    static final String BYTES = "builtins.bytes";

    private static final Pattern MESSAGE = Pattern.compile("dimos\\.msgs\\.(\\w+)\\.(\\w+)\\.\\2");
    private static final Map<Class<?>, String> NUMBERS = Map.of(
            Double.class, "builtins.float",
            Float.class, "builtins.float",
            Long.class, "builtins.int",
            Integer.class, "builtins.int",
            Boolean.class, "builtins.bool");
    private static final Map<String, Class<?>> CLASSES =
            Map.of("builtins.float", Double.class, "builtins.int", Long.class, "builtins.bool", Boolean.class);

    /** The classes of {@code dimos.msgs} whose bytes are the LCM encoding of the type of the same name. */
    private static final Set<String> IMPORTABLE = Stream.of(
                    "foxglove_msgs CompressedVideo ImageAnnotations",
                    "geometry_msgs PointStamped Pose PoseArray PoseStamped PoseWithCovariance PoseWithCovarianceStamped",
                    "geometry_msgs Quaternion Transform Twist TwistStamped TwistWithCovariance",
                    "geometry_msgs TwistWithCovarianceStamped Vector3 Wrench WrenchStamped",
                    "nav_msgs OccupancyGrid Odometry Path",
                    "sensor_msgs BatteryState CameraInfo CompressedImage Image Imu JointState Joy NavSatFix PointCloud2",
                    "std_msgs Bool Float32 Header Int32 Int8 String",
                    "tf2_msgs TFMessage",
                    "vision_msgs BoundingBox2DArray BoundingBox3DArray Detection2DArray Detection3D Detection3DArray")
            .flatMap(PythonTypes::typeNames)
            .collect(Collectors.toUnmodifiableSet());

    private PythonTypes() {}

    private static Stream<String> typeNames(String line) {
        String[] words = line.split(" ", -1);
        return Stream.of(words).skip(1).map(name -> words[0] + "." + name);
    }

    /** The module and class of a message type that Python has, and nothing for any other. */
    static Optional<String> ofMessage(String typeName) {
        if (!IMPORTABLE.contains(typeName)) {
            return Optional.empty();
        }
        String name = typeName.substring(typeName.indexOf('.') + 1);
        return Optional.of("dimos.msgs." + typeName + "." + name);
    }

    /** The Python number for a Java number or boolean, which a recording keeps inline. */
    static Optional<String> ofNumber(Class<?> type) {
        return Optional.ofNullable(NUMBERS.get(type));
    }

    /** The Java class for a Python number. */
    static Optional<Class<?>> numberClass(String payloadModule) {
        return Optional.ofNullable(CLASSES.get(payloadModule));
    }

    /** {@code sensor_msgs.Image} for {@code dimos.msgs.sensor_msgs.Image.Image}; any other name as it is. */
    static String typeName(String payloadModule) {
        Matcher message = MESSAGE.matcher(payloadModule);
        return message.matches() ? message.group(1) + "." + message.group(2) : payloadModule;
    }
}
