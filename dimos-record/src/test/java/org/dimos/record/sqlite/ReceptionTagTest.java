package org.dimos.record.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Random;
import org.dimos.core.array.Bytes;
import org.junit.jupiter.api.Test;

class ReceptionTagTest {
    private static final long SEED = 3;

    @Test
    void hasTheBytesOfPythonsRecordings() {
        assertThat(HexFormat.of()
                        .formatHex(ReceptionTag.of(1_700_000_000_002_000_000L).toArray()))
                .isEqualTo("cc1ec70c726563657074696f6e5f7473c50e313730303030303030302e303032");
    }

    @Test
    void hasTheBytesThatSqliteMakes() throws SQLException {
        Random random = new Random(SEED);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                PreparedStatement jsonb = connection.prepareStatement("SELECT jsonb(?)")) {
            for (int i = 0; i < 2000; i++) {
                long nanos = random.nextLong() >> random.nextInt(64);
                jsonb.setString(1, "{\"reception_ts\": " + RowEncoder.seconds(nanos) + "}");
                try (ResultSet row = jsonb.executeQuery()) {
                    assertThat(ReceptionTag.of(nanos))
                            .as("seed %s, %s ns", SEED, nanos)
                            .isEqualTo(Bytes.wrap(row.getBytes(1)));
                }
            }
        }
    }
}
