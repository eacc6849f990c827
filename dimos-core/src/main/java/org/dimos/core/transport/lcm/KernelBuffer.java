package org.dimos.core.transport.lcm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much the system keeps of what came in for a process until that takes it. */
final class KernelBuffer {
    /** What dimos asks for. */
    static final long WANTED = 64 << 20;

    private static final Path MOST = Path.of("/proc/sys/net/core/rmem_max");
    /** What Linux gives where nobody has changed it. */
    private static final long USUAL = 212_992;

    private static final int LONGEST = 32;

    private KernelBuffer() {}

    /** The most that a process gets. */
    static long most() {
        // The system gives the whole number at the first read, and nothing after it.
        try (InputStream file = Files.newInputStream(MOST)) {
            return Long.parseLong(new String(file.readNBytes(LONGEST), StandardCharsets.US_ASCII).strip());
        } catch (IOException | NumberFormatException e) {
            return USUAL;
        }
    }
}
