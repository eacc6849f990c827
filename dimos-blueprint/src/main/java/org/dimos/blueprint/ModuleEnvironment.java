package org.dimos.blueprint;

import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.PrivateModule;
import com.google.inject.ProvisionException;
import com.google.inject.name.Names;
import io.reactivex.rxjava3.core.Scheduler;
import java.util.Map;
import java.util.stream.Collectors;
import org.dimos.core.Clock;
import org.dimos.core.RobotModule;
import org.dimos.core.bus.Bus;
import org.dimos.core.bus.InPort;
import org.dimos.core.bus.ModuleThread;
import org.dimos.core.bus.OutPort;
import org.dimos.core.time.Timeline;
import org.jspecify.annotations.Nullable;

/** What one module instance can have injected, kept apart from all other instances. */
final class ModuleEnvironment extends PrivateModule {
    private final ModuleEntry entry;
    private final @Nullable Object config;
    private final Bus bus;
    private final Timeline timeline;
    private final ModuleThread thread;
    private final Supervision supervision;

    ModuleEnvironment(
            ModuleEntry entry,
            @Nullable Object config,
            Bus bus,
            Timeline timeline,
            ModuleThread thread,
            Supervision supervision) {
        this.entry = entry;
        this.config = config;
        this.bus = bus;
        this.timeline = timeline;
        this.thread = thread;
        this.supervision = supervision;
    }

    @Override
    protected void configure() {
        bind(Clock.class).toInstance(supervision.clock(timeline.clock()));
        bind(Scheduler.class).toInstance(supervision.scheduler(thread.scheduler()));
        PortsRecord.of(entry.type()).ifPresent(ports -> bindInstance(ports.type(), ports.instantiate(ends()::get)));
        if (config != null) {
            bindInstance(config.getClass(), config);
        }
        entry.bindings().forEach(this::install);
        bind(entry.type());
        bind(key()).to(entry.type());
        expose(key());
    }

    /**
     * Makes the instance.
     *
     * @throws ModuleException if its constructor throws
     */
    Part construct(Injector injector) {
        try {
            return new Part(entry.name(), injector.getInstance(key()), thread);
        } catch (ProvisionException e) {
            Throwable cause = e.getCause();
            throw new ModuleException(entry.name(), "could not be constructed", cause == null ? e : cause);
        }
    }

    private Key<RobotModule> key() {
        return Key.get(RobotModule.class, Names.named(entry.name()));
    }

    private <T> void bindInstance(Class<T> type, Object instance) {
        bind(type).toInstance(type.cast(instance));
    }

    private Map<String, Object> ends() {
        return entry.ports().stream().collect(Collectors.toMap(Port::name, this::end));
    }

    private Object end(Port port) {
        return port.isOut()
                ? supervision.out(
                        port.stream(), new OutPort<>(bus.channel(port.stream(), port.type()), timeline.clock()))
                : new InPort<>(bus.channel(port.stream(), port.type()), thread);
    }
}
