package org.dimos.cli.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dimos.cli.Dimos;

/**
 * A terminal as it is to be.
 *
 * @param folder where it keeps what it needs, in a folder of its own
 * @param environment variables of what runs in it
 * @param shell what the shell does before the program
 * @param apart what is not that of the machine: options of {@code unshare}
 * @param setUp what makes it usable
 * @param program whose main method runs
 */
public record TerminalSetup(
        Path folder,
        int columns,
        int rows,
        Map<String, String> environment,
        List<String> shell,
        String apart,
        String setUp,
        Class<?> program) {

    /** The folder, in that of the terminal, on which a disk of its own is mounted. */
    public static final String DISK = "disk";

    private static final String NETWORK =
            "ip link set lo up; ip link set lo multicast on; ip route add 224.0.0.0/4 dev lo; ";

    public TerminalSetup {
        environment = Map.copyOf(environment);
        shell = List.copyOf(shell);
    }

    /** A terminal of a size in which the program runs. */
    public static TerminalSetup of(Path folder, int columns, int rows) {
        return new TerminalSetup(folder, columns, rows, Map.of(), List.of(), "", "", Dimos.class);
    }

    /** With another variable. */
    public TerminalSetup with(String name, String value) {
        return with(Map.of(name, value));
    }

    /** With more variables. */
    public TerminalSetup with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(environment);
        all.putAll(more);
        return new TerminalSetup(folder, columns, rows, all, shell, apart, setUp, program);
    }

    /** Where the shell does this before it starts the program. */
    public TerminalSetup first(String command) {
        List<String> all = new ArrayList<>(shell);
        all.add(command);
        return new TerminalSetup(folder, columns, rows, environment, all, apart, setUp, program);
    }

    /** With another main method. */
    public TerminalSetup running(Class<?> other) {
        return new TerminalSetup(folder, columns, rows, environment, shell, apart, setUp, other);
    }

    /** On a network of its own, whose loopback can multicast, where that can be had; else on that of the machine. */
    public TerminalSetup onANetworkOfItsOwn() {
        TerminalSetup own = apart("n", NETWORK);
        return own.isPossible() ? own : this;
    }

    /** With a small disk on {@link #DISK}. */
    public TerminalSetup withADiskOf(long bytes) {
        return apart("m", "mkdir -p " + DISK + "; mount -t tmpfs -o size=" + bytes + " tmpfs " + DISK + "; ");
    }

    private TerminalSetup apart(String option, String command) {
        String options = apart.isEmpty() ? "-r" + option : apart + option;
        return new TerminalSetup(folder, columns, rows, environment, shell, options, setUp + command, program);
    }

    /** Whether this machine lets its users have that. */
    public boolean isPossible() {
        return Commands.succeed(folder, wrapped(List.of("true")));
    }

    /** A command in the surroundings of this terminal. */
    List<String> wrapped(List<String> command) {
        if (apart.isEmpty()) {
            return command;
        }
        List<String> all = new ArrayList<>(List.of("unshare", apart, "sh", "-ec", setUp + "exec \"$@\"", "sh"));
        all.addAll(command);
        return all;
    }

    /** Opens it, with these words for the program. */
    public TmuxTerminal open(String... words) {
        return TmuxTerminal.open(this, List.of(words));
    }
}
