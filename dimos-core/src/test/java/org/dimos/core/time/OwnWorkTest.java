package org.dimos.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnWorkTest {
    private final List<String> done = new ArrayList<>();
    private final List<Runnable> handedOver = new ArrayList<>();
    private final OwnWork own = new OwnWork();

    private void take(String name) {
        own.take(() -> done.add(name), handedOver::add);
    }

    @Test
    void oneTaskIsKeptAndTheOthersAreHandedOver() {
        take("a");
        take("b");
        take("c");
        own.run();

        assertThat(done).containsExactly("a");
        assertThat(handedOver).hasSize(2);
    }

    @Test
    void whatATaskLeadsToIsDoneToo() {
        own.take(
                () -> {
                    done.add("a");
                    take("b");
                    take("c");
                },
                handedOver::add);
        own.run();

        assertThat(done).containsExactly("a", "b");
        assertThat(handedOver).hasSize(1);
    }

    @Test
    void aTaskThatFailsIsToldAsWhereAThreadEndsByIt() throws InterruptedException {
        List<Throwable> told = new ArrayList<>();
        Thread thread = new Thread(() -> {
            own.take(
                    () -> {
                        throw new IllegalStateException("broken");
                    },
                    handedOver::add);
            own.run();
            take("after");
            own.run();
        });
        thread.setUncaughtExceptionHandler((unused, failure) -> told.add(failure));
        thread.start();
        thread.join();

        assertThat(told).singleElement().isInstanceOf(IllegalStateException.class);
        assertThat(done).containsExactly("after");
    }
}
