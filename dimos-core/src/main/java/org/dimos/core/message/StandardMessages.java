package org.dimos.core.message;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The message types that are found by name or by fingerprint: one line per type, with its name, fingerprint and record.
 * Of several types with one fingerprint the first stands for the others. A test says what is wrong with a line.
 * Records are named, not referred to, so that a program loads only those it uses.
 */
final class StandardMessages {
    private static final String TABLE = """
            geometry_msgs.Twist                           2e7c07d7cdf7e027 org.dimos.msgs.geometry.Twist
            geometry_msgs.Accel                           2e7c07d7cdf7e027 org.dimos.msgs.geometry.Accel
            geometry_msgs.AccelStamped                    9cd2969660ceb7c0 org.dimos.msgs.geometry.AccelStamped
            geometry_msgs.AccelWithCovariance             05b6be8b991eea89 org.dimos.msgs.geometry.AccelWithCovariance
            geometry_msgs.AccelWithCovarianceStamped      4b4803fdf71ccc84 org.dimos.msgs.geometry.AccelWithCovarianceStamped
            geometry_msgs.Inertia                         da50f3c956baa7fc org.dimos.msgs.geometry.Inertia
            geometry_msgs.InertiaStamped                  88ca5b1577976394 org.dimos.msgs.geometry.InertiaStamped
            geometry_msgs.Point                           ae7e5fba5eeca11e org.dimos.msgs.geometry.Point
            geometry_msgs.Point32                         5429e22584a75818 org.dimos.msgs.geometry.Point32
            geometry_msgs.PointStamped                    9cd764738ea629af org.dimos.msgs.geometry.PointStamped
            geometry_msgs.Polygon                         54bcaac173d6c001 org.dimos.msgs.geometry.Polygon
            geometry_msgs.PolygonStamped                  8ba3d6f7cbdb799f org.dimos.msgs.geometry.PolygonStamped
            geometry_msgs.Pose                            245634ae2ab17b76 org.dimos.msgs.geometry.Pose
            geometry_msgs.Pose2D                          e923820e98208b26 org.dimos.msgs.geometry.Pose2D
            geometry_msgs.PoseArray                       3755f9405735978e org.dimos.msgs.geometry.PoseArray
            geometry_msgs.PoseStamped                     6a82696458c279a0 org.dimos.msgs.geometry.PoseStamped
            geometry_msgs.PoseWithCovariance              ce6428b127d11b5a org.dimos.msgs.geometry.PoseWithCovariance
            geometry_msgs.PoseWithCovarianceStamped       be9e516a5301b969 org.dimos.msgs.geometry.PoseWithCovarianceStamped
            geometry_msgs.Quaternion                      363bdd3bf9180a2b org.dimos.msgs.geometry.Quaternion
            geometry_msgs.QuaternionStamped               c09e4466dfe486d5 org.dimos.msgs.geometry.QuaternionStamped
            geometry_msgs.Transform                       ee5ff42647bf3f91 org.dimos.msgs.geometry.Transform
            geometry_msgs.TransformStamped                299ff424b83a3514 org.dimos.msgs.geometry.TransformStamped
            geometry_msgs.TwistStamped                    9cd2bcbe6cb2a7c0 org.dimos.msgs.geometry.TwistStamped
            geometry_msgs.TwistWithCovariance             b439635a59217509 org.dimos.msgs.geometry.TwistWithCovariance
            geometry_msgs.TwistWithCovarianceStamped      a84d73c38305d185 org.dimos.msgs.geometry.TwistWithCovarianceStamped
            geometry_msgs.Vector3                         ae7e5fba5eeca11e org.dimos.msgs.geometry.Vector3
            geometry_msgs.Vector3Stamped                  962481b241496feb org.dimos.msgs.geometry.Vector3Stamped
            geometry_msgs.Wrench                          ccfb0646cebc17c4 org.dimos.msgs.geometry.Wrench
            geometry_msgs.WrenchStamped                   d31bb4c714d07137 org.dimos.msgs.geometry.WrenchStamped
            nav_msgs.GridCells                            2d5d46c99bb226cb org.dimos.msgs.nav.GridCells
            nav_msgs.MapMetaData                          25ace38661e74534 org.dimos.msgs.nav.MapMetaData
            nav_msgs.OccupancyGrid                        e7dfd179cdfc3b65 org.dimos.msgs.nav.OccupancyGrid
            nav_msgs.Odometry                             94e17f94648cf0e4 org.dimos.msgs.nav.Odometry
            nav_msgs.Path                                 c3ae62acb35793e2 org.dimos.msgs.nav.Path
            sensor_msgs.BatteryState                      7e3961fd10438489 org.dimos.msgs.sensor.BatteryState
            sensor_msgs.CameraInfo                        afb501b00707a02a org.dimos.msgs.sensor.CameraInfo
            sensor_msgs.ChannelFloat32                    197c8912a7d7e0e7 org.dimos.msgs.sensor.ChannelFloat32
            sensor_msgs.CompressedImage                   b8d011c10412b9a1 org.dimos.msgs.sensor.CompressedImage
            sensor_msgs.FluidPressure                     cd285877e9c03cfe org.dimos.msgs.sensor.FluidPressure
            sensor_msgs.Illuminance                       1f1f8f444b300036 org.dimos.msgs.sensor.Illuminance
            sensor_msgs.Image                             535cface1f4f5717 org.dimos.msgs.sensor.Image
            sensor_msgs.Imu                               31ab205c8dd57aa8 org.dimos.msgs.sensor.Imu
            sensor_msgs.JointState                        ccefa8a492b967e3 org.dimos.msgs.sensor.JointState
            sensor_msgs.Joy                               a0f07abc86c1684c org.dimos.msgs.sensor.Joy
            sensor_msgs.JoyFeedback                       4896485f09c2842a org.dimos.msgs.sensor.JoyFeedback
            sensor_msgs.JoyFeedbackArray                  4d8182423382fc5c org.dimos.msgs.sensor.JoyFeedbackArray
            sensor_msgs.LaserEcho                         88ae0422d8fa145d org.dimos.msgs.sensor.LaserEcho
            sensor_msgs.LaserScan                         8de5754e00f25f00 org.dimos.msgs.sensor.LaserScan
            sensor_msgs.MagneticField                     3c88e63bc449b33b org.dimos.msgs.sensor.MagneticField
            sensor_msgs.MultiDOFJointState                5ef88d531ff1a45e org.dimos.msgs.sensor.MultiDOFJointState
            sensor_msgs.MultiEchoLaserScan                62c2f7bce4ef1926 org.dimos.msgs.sensor.MultiEchoLaserScan
            sensor_msgs.NavSatFix                         cf889ff94755aa4e org.dimos.msgs.sensor.NavSatFix
            sensor_msgs.NavSatStatus                      ed646cb240eb83b6 org.dimos.msgs.sensor.NavSatStatus
            sensor_msgs.PointCloud                        baf2b22e97553489 org.dimos.msgs.sensor.PointCloud
            sensor_msgs.PointCloud2                       f5eb3da1c2853175 org.dimos.msgs.sensor.PointCloud2
            sensor_msgs.PointField                        e05c1c07e0850bae org.dimos.msgs.sensor.PointField
            sensor_msgs.Range                             b5a86bbea09886c3 org.dimos.msgs.sensor.Range
            sensor_msgs.RegionOfInterest                  73150d3a0b307e1c org.dimos.msgs.sensor.RegionOfInterest
            sensor_msgs.RelativeHumidity                  9b1629b6687e84d0 org.dimos.msgs.sensor.RelativeHumidity
            sensor_msgs.Temperature                       d34e5e14d2a5d868 org.dimos.msgs.sensor.Temperature
            sensor_msgs.TimeReference                     0d00ee31d0f53cc6 org.dimos.msgs.sensor.TimeReference
            std_msgs.Time                                 bc3a494751d96c91 org.dimos.msgs.std.Time
            std_msgs.Bool                                 1ebef06a50950e3e org.dimos.msgs.std.BoolMessage
            std_msgs.Byte                                 21d34305fdbb4415 org.dimos.msgs.std.ByteMessage
            std_msgs.ByteMultiArray                       5f63cc3ea786934c org.dimos.msgs.std.ByteMultiArray
            std_msgs.Char                                 e90ada1ed2fa5b84 org.dimos.msgs.std.CharMessage
            std_msgs.ColorRGBA                            6e32801f8dc60234 org.dimos.msgs.std.ColorRGBA
            std_msgs.Duration                             bc3a494751d96c91 org.dimos.msgs.std.Duration
            std_msgs.Empty                                000000002468acf0 org.dimos.msgs.std.EmptyMessage
            std_msgs.Float32                              0adc26b8f0546dd3 org.dimos.msgs.std.Float32Message
            std_msgs.Float32MultiArray                    885108a3eb984567 org.dimos.msgs.std.Float32MultiArray
            std_msgs.Float64                              21dd4103a9a16215 org.dimos.msgs.std.Float64Message
            std_msgs.Float64MultiArray                    3127cc3ecf7e8b83 org.dimos.msgs.std.Float64MultiArray
            std_msgs.Header                               2fdb11453be64af7 org.dimos.msgs.std.Header
            std_msgs.Int16                                2cbcf9f3f291023e org.dimos.msgs.std.Int16Message
            std_msgs.Int16MultiArray                      fa831100b393222f org.dimos.msgs.std.Int16MultiArray
            std_msgs.Int32                                2cbcf9f7ea91023e org.dimos.msgs.std.Int32Message
            std_msgs.Int32MultiArray                      fa831100b393124f org.dimos.msgs.std.Int32MultiArray
            std_msgs.Int64                                2cbcf9fdee91023e org.dimos.msgs.std.Int64Message
            std_msgs.Int64MultiArray                      fa831100b392fa3f org.dimos.msgs.std.Int64MultiArray
            std_msgs.Int8                                 21d34305fdbb4415 org.dimos.msgs.std.Int8Message
            std_msgs.Int8MultiArray                       5f63cc3ea786934c org.dimos.msgs.std.Int8MultiArray
            std_msgs.MultiArrayDimension                  9d8373d3b0d1df2f org.dimos.msgs.std.MultiArrayDimension
            std_msgs.MultiArrayLayout                     52f05213caa764a1 org.dimos.msgs.std.MultiArrayLayout
            std_msgs.String                               21bf37099b9d5e15 org.dimos.msgs.std.StringMessage
            std_msgs.UInt16                               2cbcf9f3f291023e org.dimos.msgs.std.UInt16Message
            std_msgs.UInt16MultiArray                     fa831100b393222f org.dimos.msgs.std.UInt16MultiArray
            std_msgs.UInt32                               2cbcf9f7ea91023e org.dimos.msgs.std.UInt32Message
            std_msgs.UInt32MultiArray                     fa831100b393124f org.dimos.msgs.std.UInt32MultiArray
            std_msgs.UInt64                               2cbcf9fdee91023e org.dimos.msgs.std.UInt64Message
            std_msgs.UInt64MultiArray                     fa831100b392fa3f org.dimos.msgs.std.UInt64MultiArray
            std_msgs.UInt8                                e90ada1ed2fa5b84 org.dimos.msgs.std.UInt8Message
            std_msgs.UInt8MultiArray                      16b68367fb98f6c1 org.dimos.msgs.std.UInt8MultiArray
            tf2_msgs.TF2Error                             3d1fe1b01a05dcaa org.dimos.msgs.tf2.TF2Error
            tf2_msgs.TFMessage                            c2b8a1c33a8923ec org.dimos.msgs.tf2.TFMessage
            trajectory_msgs.JointTrajectory               ae3a209832c6d386 org.dimos.msgs.trajectory.JointTrajectory
            trajectory_msgs.JointTrajectoryPoint          36a44bebdf05de46 org.dimos.msgs.trajectory.JointTrajectoryPoint
            trajectory_msgs.MultiDOFJointTrajectory       0b27425f9359fca2 org.dimos.msgs.trajectory.MultiDOFJointTrajectory
            trajectory_msgs.MultiDOFJointTrajectoryPoint  e51adccf8f4f72d4 org.dimos.msgs.trajectory.MultiDOFJointTrajectoryPoint
            vision_msgs.BoundingBox2D                     6282861b3a24521c org.dimos.msgs.vision.BoundingBox2D
            vision_msgs.BoundingBox2DArray                89ae9c19ce1bbb6a org.dimos.msgs.vision.BoundingBox2DArray
            vision_msgs.BoundingBox3D                     67c9065caa8d65ef org.dimos.msgs.vision.BoundingBox3D
            vision_msgs.BoundingBox3DArray                943b9c9caeede310 org.dimos.msgs.vision.BoundingBox3DArray
            vision_msgs.Classification                    03bffc88d9de26ca org.dimos.msgs.vision.Classification
            vision_msgs.Detection2D                       b4e48d74d9bf4510 org.dimos.msgs.vision.Detection2D
            vision_msgs.Detection2DArray                  d4e87e619f4e9c86 org.dimos.msgs.vision.Detection2DArray
            vision_msgs.Detection3D                       bf718df7ba916cb6 org.dimos.msgs.vision.Detection3D
            vision_msgs.Detection3DArray                  ea027f6760f2ebd2 org.dimos.msgs.vision.Detection3DArray
            vision_msgs.LabelInfo                         b611c8226a2d438a org.dimos.msgs.vision.LabelInfo
            vision_msgs.ObjectHypothesis                  719359aa86271644 org.dimos.msgs.vision.ObjectHypothesis
            vision_msgs.ObjectHypothesisWithPose          4bb2ad4de62d7853 org.dimos.msgs.vision.ObjectHypothesisWithPose
            vision_msgs.Point2D                           a4b2a25c6168910b org.dimos.msgs.vision.Point2D
            vision_msgs.Pose2D                            4f19f83779030c97 org.dimos.msgs.vision.Pose2D
            vision_msgs.VisionClass                       b80ab87ba8d84c67 org.dimos.msgs.vision.VisionClass
            vision_msgs.VisionInfo                        2539ba85fbfd3565 org.dimos.msgs.vision.VisionInfo
            """;

    private static final Map<String, Entry> BY_NAME = new HashMap<>();
    private static final Map<Long, List<Entry>> BY_FINGERPRINT = new HashMap<>();

    static {
        TABLE.lines().map(Entry::parse).forEach(entry -> {
            BY_NAME.put(entry.typeName, entry);
            BY_FINGERPRINT
                    .computeIfAbsent(entry.fingerprint, key -> new ArrayList<>(1))
                    .add(entry);
        });
    }

    private StandardMessages() {}

    static List<String> typeNames() {
        return BY_NAME.keySet().stream().sorted().toList();
    }

    static Optional<Entry> byTypeName(String typeName) {
        return Optional.ofNullable(BY_NAME.get(typeName));
    }

    static List<Entry> byFingerprint(long fingerprint) {
        return Collections.unmodifiableList(BY_FINGERPRINT.getOrDefault(fingerprint, List.of()));
    }

    /** One line of the table. */
    record Entry(String typeName, long fingerprint, String className) {

        private static Entry parse(String line) {
            String[] words = line.split(" +", -1);
            return new Entry(words[0], HexFormat.fromHexDigitsToLong(words[1]), words[2]);
        }

        Class<?> load() {
            try {
                return Class.forName(className, true, StandardMessages.class.getClassLoader());
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("record " + className + " of " + typeName + " does not exist", e);
            }
        }
    }
}
