package org.dimos.core;

/**
 * A unit of a robot program. A module has one injected constructor, a nested record {@code Ports} whose components are
 * its {@link In}s and {@link Out}s, and optionally a nested record {@code Config} with its settings.
 *
 * <p>The graph constructs all modules, then starts them in the order of the blueprint, and publishes nothing before the
 * last one has started. Constructors touch no hardware; {@link #start} does. Handlers and timers of one module run one
 * at a time, so a module needs no locks. Modules are closed in reverse order.
 */
public interface RobotModule extends AutoCloseable {

    /**
     * Connects to hardware, subscribes to inputs and sets timers. What is published here is delivered once all modules
     * have started.
     *
     * @throws Exception if the module cannot run; the whole graph is then stopped and the error names the module
     */
    default void start() throws Exception {}

    /**
     * Is told that the clock of the replay jumps, so that the module can forget what no longer holds. Comes in turn with
     * the module's messages: after all that was published before the jump and before anything that comes after it.
     * Timers do not notice: each goes on for the rest of its delay, and none fires for the time left out.
     */
    default void onTimeJump(TimeJump jump) {}

    /**
     * Releases what {@link #start} took. Called once, also after a failed start; has a time limit.
     *
     * @throws Exception if something could not be released; the other modules are closed all the same
     */
    @Override
    default void close() throws Exception {}
}
