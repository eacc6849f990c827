package org.dimos.core.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TransportReportTest {

    @Test
    void tellsOnlyTheLossesThatThereAre() {
        Map<String, Long> losses = new LinkedHashMap<>();
        losses.put("damaged", 2L);
        losses.put("no room", 0L);
        losses.put("incomplete", 3L);

        TransportReport report =
                new TransportReport("lcm", 10, 100, 5, 50, losses, Map.of("/image#sensor_msgs.Image", 3L));

        assertThat(report.losses()).containsExactly(Map.entry("damaged", 2L), Map.entry("incomplete", 3L));
        assertThat(report.lost()).isEqualTo(5);
        assertThat(report.lost("/image#sensor_msgs.Image")).isEqualTo(3);
        assertThat(report.lost("/other#sensor_msgs.Image")).isZero();
    }
}
