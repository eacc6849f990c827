package org.dimos.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LossLedgerTest {
    private static final long SECOND = 1_000_000_000L;

    private final LossLedger ledger = new LossLedger("imu");
    private final Map<Long, Loss> file = new LinkedHashMap<>();

    @Test
    void goesOnWithASpanForASecond() {
        ledger.lose(0, "queue full");
        ledger.lose(SECOND, "queue full");
        ledger.lose(3 * SECOND, "queue full");
        assertThat(ledger.losses())
                .containsExactly(
                        new Loss("imu", 0, SECOND, 2, "queue full"),
                        new Loss("imu", 3 * SECOND, 3 * SECOND, 1, "queue full"));
    }

    @Test
    void keepsApartReasonsThatTakeTurns() {
        for (int i = 0; i < 100; i++) {
            ledger.lose(i, i % 2 == 0 ? "queue full" : "disk full");
        }
        assertThat(ledger.losses()).extracting(Loss::count).containsExactly(50L, 50L);
    }

    @Test
    void writesASpanAgainAfterItHasGrown() {
        ledger.lose(1, "queue full");
        write();
        ledger.committed();
        assertThat(ledger.hasNews()).isFalse();
        ledger.lose(2, "queue full");
        assertThat(ledger.hasNews()).isTrue();
        write();
        assertThat(file).containsExactly(Map.entry(1L, new Loss("imu", 1, 2, 2, "queue full")));
    }

    @Test
    void writesAgainWhatWasRolledBack() {
        ledger.lose(1, "queue full");
        write();
        ledger.committed();
        ledger.lose(2, "queue full");
        write();
        ledger.rolledBack();
        assertThat(ledger.hasNews()).isTrue();
        file.clear();
        write();
        assertThat(file.values()).containsExactly(new Loss("imu", 1, 2, 2, "queue full"));
    }

    @Test
    void putsIntoTheNextFileWhatTheLastOneDoesNotHave() {
        ledger.lose(1, "queue full");
        ledger.lose(2, "queue full");
        write();
        ledger.committed();
        ledger.lose(3, "queue full");
        ledger.nextFile();
        ledger.lose(4, "queue full");
        assertThat(file.values()).containsExactly(new Loss("imu", 1, 2, 2, "queue full"));
        file.clear();
        write();
        ledger.committed();
        assertThat(file.values()).containsExactly(new Loss("imu", 2, 4, 2, "queue full"));
        assertThat(ledger.total()).isEqualTo(4);
        assertThat(ledger.losses().stream().mapToLong(Loss::count).sum()).isEqualTo(4);
        ledger.nextFile();
        assertThat(ledger.hasNews()).isFalse();
    }

    private void write() {
        ledger.write((number, loss) -> {
            long given = number == 0 ? file.size() + 1 : number;
            file.put(given, loss);
            return given;
        });
    }
}
