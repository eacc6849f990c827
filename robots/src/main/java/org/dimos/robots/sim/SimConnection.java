package org.dimos.robots.sim;

import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.disposables.CompositeDisposable;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import org.dimos.core.Clock;
import org.dimos.core.In;
import org.dimos.core.Out;
import org.dimos.core.RobotModule;
import org.dimos.msgs.geometry.Twist;
import org.dimos.msgs.nav.Odometry;
import org.dimos.msgs.sensor.CameraInfo;
import org.dimos.msgs.sensor.Image;
import org.dimos.msgs.sensor.Imu;
import org.dimos.msgs.sensor.PointCloud2;
import org.dimos.msgs.tf2.TFMessage;

/**
 * The simulated robot behind the face of a driver. Time passes in steps of 1/600 s after the start; a timer that comes
 * late makes up for the steps it missed, so stamps are regular whatever the machine does, and readings depend on the seed
 * and on the step at which a command came, nothing else.
 */
public final class SimConnection implements RobotModule {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long TICK_MILLIS = 5;
    /** After a long pause the robot catches up in several turns, so that commands get theirs in between. */
    private static final long MOST_STEPS_PER_TICK = Simulation.STEPS_PER_SECOND / 10;

    private final Ports ports;
    private final Clock clock;
    private final Scheduler scheduler;
    private final Simulation simulation;
    private final SensorRates rates;
    private final CompositeDisposable running = new CompositeDisposable();
    private long startNanos;
    private long step;

    @Inject
    SimConnection(Ports ports, Config config, Clock clock, Scheduler scheduler) {
        this.ports = ports;
        this.clock = clock;
        this.scheduler = scheduler;
        rates = new SensorRates(config.lidarHz(), config.cameraHz(), config.imuHz(), config.odomHz());
        simulation = new Simulation(Office.of(config.seed()), config.seed(), config.noise(), config.drift());
    }

    @Override
    public void start() {
        startNanos = clock.nanos();
        running.add(ports.cmdVel().all().subscribe(this::command));
        running.add(scheduler.schedulePeriodicallyDirect(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() {
        running.dispose();
    }

    /** The robot itself, for who wants to know the truth. */
    Simulation simulation() {
        return simulation;
    }

    private void command(Twist twist) {
        simulation.command(twist.linear().x(), twist.angular().z());
    }

    private void tick() {
        long elapsed = clock.nanos() - startNanos;
        long due = elapsed / NANOS_PER_SECOND * Simulation.STEPS_PER_SECOND
                + elapsed % NANOS_PER_SECOND * Simulation.STEPS_PER_SECOND / NANOS_PER_SECOND;
        long last = Math.min(due, step + MOST_STEPS_PER_TICK);
        while (step < last) {
            step++;
            simulation.step();
            publish(startNanos + step * NANOS_PER_SECOND / Simulation.STEPS_PER_SECOND);
        }
    }

    private void publish(long stamp) {
        if (SensorRates.isDue(step, rates.imu())) {
            ports.imu().publish(SensorMessages.imu(simulation.measureInertia(1.0 / rates.imu()), stamp));
        }
        if (SensorRates.isDue(step, rates.odom())) {
            ports.odom().publish(SensorMessages.odom(simulation.odometry(), stamp));
            ports.tf().publish(SensorMessages.tf(simulation.odometry(), stamp));
        }
        if (SensorRates.isDue(step, rates.camera())) {
            Picture picture = simulation.takePicture();
            ports.cameraInfo().publish(SensorMessages.cameraInfo(stamp));
            ports.colorImage().publish(SensorMessages.color(picture, stamp));
            ports.depthImage().publish(SensorMessages.depth(picture, stamp));
        }
        if (SensorRates.isDue(step, rates.lidar())) {
            ports.lidar().publish(SensorMessages.lidar(simulation, stamp));
        }
    }

    /** The streams of the robot. */
    public record Ports(
            In<Twist> cmdVel,
            Out<PointCloud2> lidar,
            Out<Image> colorImage,
            Out<Image> depthImage,
            Out<CameraInfo> cameraInfo,
            Out<Imu> imu,
            Out<Odometry> odom,
            Out<TFMessage> tf) {}

    /**
     * Settings. The camera's rate holds for colour, depth and camera_info, the odometry's for odom and tf; each must
     * divide 600.
     *
     * @param seed of the things in the office and of all noise
     * @param noise of the sensors: 0 is none, 1 is usual
     * @param drift of the odometry: 0 is none, 1 is usual
     */
    public record Config(long seed, double noise, double drift, int lidarHz, int cameraHz, int imuHz, int odomHz) {

        /** Seed 1, usual noise and drift, the rates of a small robot. */
        public Config() {
            this(1, 1, 1, 10, 15, 200, 50);
        }
    }
}
