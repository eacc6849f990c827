package org.dimos.core.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import io.reactivex.rxjava3.subscribers.TestSubscriber;
import org.dimos.core.Out;
import org.dimos.core.array.Bytes;
import org.dimos.core.message.Encoded;
import org.dimos.core.message.MessageFormatException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailureTest {
    private final VirtualBus virtual = VirtualBus.open();
    private final ModuleThread module = virtual.module("mapper");
    private final Out<Integer> lidar = virtual.out("lidar");

    @BeforeEach
    void sendUnhandledErrorsToTheModule() {
        RxJavaPlugins.setErrorHandler(
                error -> assertThat(ModuleThread.failCurrent(error)).isTrue());
    }

    @AfterEach
    void restore() {
        RxJavaPlugins.reset();
    }

    private static void refuse(int message) {
        throw new IllegalStateException("cannot take " + message);
    }

    @Test
    void aHandlerThatThrowsNamesItsModule() {
        Disposable broken = virtual.in("lidar", module).all().subscribe(FailureTest::refuse);
        lidar.publish(1);
        virtual.run();
        assertThat(virtual.failures).singleElement().asString().contains("mapper: ", "cannot take 1");
        assertThat(broken.isDisposed()).isTrue();
    }

    @Test
    void oneHandlerThatThrowsLeavesTheOthersRunning() {
        Disposable broken = virtual.in("lidar", module).all().subscribe(FailureTest::refuse);
        TestSubscriber<Integer> seen = virtual.in("lidar", module).all().test();
        lidar.publish(1);
        lidar.publish(2);
        virtual.run();
        seen.assertValues(1, 2);
        assertThat(broken.isDisposed()).isTrue();
    }

    @Test
    void aTaskThatThrowsNamesItsModule() {
        Disposable task = module.scheduler().scheduleDirect(() -> refuse(7));
        virtual.run();
        assertThat(virtual.failures).contains("mapper: cannot take 7");
        assertThat(task.isDisposed()).isTrue();
    }

    @Test
    void bytesThatCannotBeDecodedNameTheModuleThatAsked() {
        TestSubscriber<Integer> seen = virtual.in("lidar", module).all().test();
        Encoded noise = new Encoded("lcm", Bytes.copyOf((byte) 1));
        virtual.channel("lidar").publish(Envelope.encoded(noise, FailureTest::cannotDecode, 1, 1));
        lidar.publish(2);
        virtual.run();
        assertThat(virtual.failures).containsExactly("mapper: not a scan");
        seen.assertValues(2);
    }

    private static Integer cannotDecode() {
        throw new MessageFormatException("not a scan");
    }

    @Test
    void aSourceThatFailsNamesTheModuleItRunsOn() {
        Disposable feed = virtual.out("lidar")
                .feed(Flowable.<Integer>error(new IllegalStateException("device lost"))
                        .subscribeOn(module.scheduler()));
        virtual.run();
        assertThat(virtual.failures).containsExactly("mapper: device lost");
        feed.dispose();
    }

    @Test
    void anErrorOutsideOfAnyModuleIsNobodys() {
        assertThat(ModuleThread.failCurrent(new IllegalStateException("x"))).isFalse();
    }

    @Test
    void aStreamHasOneType() {
        assertThatThrownBy(() -> virtual.bus.channel("lidar", String.class))
                .hasMessage("stream 'lidar' carries Integer, not String");
    }
}
