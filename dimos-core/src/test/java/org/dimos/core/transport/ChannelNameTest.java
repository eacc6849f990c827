package org.dimos.core.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelNameTest {

    @ParameterizedTest
    @CsvSource({
        "/lidar#sensor_msgs.PointCloud2, lidar, sensor_msgs.PointCloud2",
        "/robot0/front/lidar#sensor_msgs.PointCloud2, robot0/front/lidar, sensor_msgs.PointCloud2",
        "/a#b#std_msgs.Bool, a#b, std_msgs.Bool",
        "lidar#std_msgs.Bool, lidar, std_msgs.Bool",
        "//x#T, /x, T",
    })
    void aChannelHoldsAStreamAndWhatFollowsTheLastMarkIsItsType(String channel, String stream, String type) {
        assertThat(ChannelName.parse(channel)).contains(new ChannelName(stream, type));
    }

    @Test
    void theNameTravelsWithASlashInFront() {
        ChannelName name = new ChannelName("robot0/tf", "tf2_msgs.TFMessage");

        assertThat(name.text()).isEqualTo("/robot0/tf#tf2_msgs.TFMessage");
        assertThat(ChannelName.parse(name.text())).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "#", "/#", "/resource_stats", "#std_msgs.Bool", "/#std_msgs.Bool", "/lidar#"})
    void anotherNameIsNoTypedStream(String channel) {
        assertThat(ChannelName.parse(channel)).isEmpty();
    }

    @Test
    void aTypeCannotHoldTheMark() {
        assertThatThrownBy(() -> new ChannelName("lidar", "a#b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a#b");
        assertThat(ChannelName.of("lidar", "a#b")).isEmpty();
        assertThat(ChannelName.of("lidar", "")).isEmpty();
    }
}
