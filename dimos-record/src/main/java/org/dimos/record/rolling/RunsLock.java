package org.dimos.record.rolling;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one recorder at a time count what all runs take and claim its share, over all processes of the machine: a file
 * lock for the others, and one of Java for the threads of this process, which a file lock does not tell apart.
 */
final class RunsLock {
    private static final Logger LOG = LoggerFactory.getLogger(RunsLock.class);
    private static final String FILE = ".lock";
    private static final ReentrantLock WITHIN = new ReentrantLock();

    private RunsLock() {}

    static <T> T holding(Path runs, Supplier<T> action) {
        WITHIN.lock();
        Optional<FileChannel> channel = lock(runs);
        try {
            return action.get();
        } finally {
            channel.ifPresent(RunsLock::release);
            WITHIN.unlock();
        }
    }

    /** Where files cannot be locked, as on some network disks, the lock within the process has to do. */
    private static Optional<FileChannel> lock(Path runs) {
        try {
            Files.createDirectories(runs);
            FileChannel channel =
                    FileChannel.open(runs.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                LOG.trace("holding {}", channel.lock());
                return Optional.of(channel);
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            LOG.debug("{} cannot be locked", runs, e);
            return Optional.empty();
        }
    }

    private static void release(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("a lock was not given back", e);
        }
    }
}
