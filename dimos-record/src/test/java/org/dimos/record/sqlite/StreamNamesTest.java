package org.dimos.record.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.dimos.record.RecordingException;
import org.junit.jupiter.api.Test;

class StreamNamesTest {

    @Test
    void leavesAPlainNameAlone() {
        assertThat(StreamNames.tableName("color_image", Set.of("lidar"))).isEqualTo("color_image");
    }

    @Test
    void makesATableNameOfANamespacedOne() {
        assertThat(StreamNames.tableName("robot0/lidar", Set.of())).isEqualTo("robot0_lidar");
        assertThat(StreamNames.tableName("0/lidar", Set.of())).isEqualTo("_0_lidar");
    }

    @Test
    void avoidsNamesThatDifferInCaseOnly() {
        assertThat(StreamNames.tableName("Lidar", Set.of("lidar"))).isEqualTo("Lidar_2");
    }

    @Test
    void avoidsTheSideTablesOfAnotherStream() {
        assertThat(StreamNames.tableName("a_blob", Set.of("a"))).isEqualTo("a_blob_2");
        assertThat(StreamNames.tableName("a", Set.of("a_rtree"))).isEqualTo("a_2");
    }

    @Test
    void refusesNamesThatAreNoNames() {
        for (String name :
                new String[] {"x\"; DROP TABLE y; --", "", "a b", "sqlite_stat1", "_dimos_run", "a//b", "_streams"}) {
            assertThatThrownBy(() -> StreamNames.check(name))
                    .as(name)
                    .isInstanceOf(RecordingException.class)
                    .hasMessageContaining("cannot be the name");
        }
    }
}
