package org.dimos.record.ros;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The types of fields that ROS 2 has otherwise than LCM, which knows no unsigned numbers: the same bits under another name. */
final class Ros2Differences {
    private static final String TABLE = """
            std_msgs.Time.nanosec uint32
            std_msgs.Duration.nanosec uint32
            std_msgs.Byte.data byte
            std_msgs.ByteMultiArray.data byte
            std_msgs.Char.data char
            std_msgs.UInt16.data uint16
            std_msgs.UInt32.data uint32
            std_msgs.UInt64.data uint64
            std_msgs.UInt16MultiArray.data uint16
            std_msgs.UInt32MultiArray.data uint32
            std_msgs.UInt64MultiArray.data uint64
            std_msgs.MultiArrayDimension.size uint32
            std_msgs.MultiArrayDimension.stride uint32
            std_msgs.MultiArrayLayout.data_offset uint32
            sensor_msgs.Image.height uint32
            sensor_msgs.Image.width uint32
            sensor_msgs.Image.step uint32
            sensor_msgs.CameraInfo.height uint32
            sensor_msgs.CameraInfo.width uint32
            sensor_msgs.CameraInfo.binning_x uint32
            sensor_msgs.CameraInfo.binning_y uint32
            sensor_msgs.RegionOfInterest.x_offset uint32
            sensor_msgs.RegionOfInterest.y_offset uint32
            sensor_msgs.RegionOfInterest.height uint32
            sensor_msgs.RegionOfInterest.width uint32
            sensor_msgs.PointCloud2.height uint32
            sensor_msgs.PointCloud2.width uint32
            sensor_msgs.PointCloud2.point_step uint32
            sensor_msgs.PointCloud2.row_step uint32
            sensor_msgs.PointField.offset uint32
            sensor_msgs.PointField.count uint32
            sensor_msgs.NavSatStatus.service uint16
            nav_msgs.MapMetaData.width uint32
            nav_msgs.MapMetaData.height uint32
            vision_msgs.VisionClass.class_id uint16
            """;

    private static final Map<String, String> TYPES = Arrays.stream(TABLE.split("\n"))
            .map(line -> line.split(" "))
            .collect(Collectors.toUnmodifiableMap(words -> words[0], words -> words[1]));

    private Ros2Differences() {}

    /** The type that ROS 2 gives a field such as {@code sensor_msgs.Image.height}; empty where nothing is special about it. */
    static String fieldType(String field) {
        return TYPES.getOrDefault(field, "");
    }
}
