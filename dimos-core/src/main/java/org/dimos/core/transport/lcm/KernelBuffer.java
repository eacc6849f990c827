package org.dimos.core.transport.lcm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much the system keeps of what came in for a process until that takes it. */
final class KernelBuffer {
    /** What dimos asks for. */
    static final long WANTED = 64 << 20;

    private static final Path MOST = Path.of("/proc/sys/net/core/rmem_max");
    /** What Linux gives where nobody has changed it. */
    private static final long USUAL = 212_992;

    private KernelBuffer() {}

    /** The most that a process gets. */
    static long most() {
        try {
            return Long.parseLong(Files.readString(MOST).strip());
        } catch (IOException | NumberFormatException e) {
            return USUAL;
        }
    }
}
