package org.dimos.benchmarks.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The npm package {@code @mcap/core}, which writes MCAP in chunks of its default size, not compressed. */
public final class McapPackage implements Contestant {
    private static final List<String> FILES = List.of("package.json", "package-lock.json", "write.mjs");

    private final Path folder;

    private McapPackage(Path folder) {
        this.folder = folder;
    }

    /** Installs the package into a folder; empty where there is no node, no npm or no package. */
    public static Optional<McapPackage> install(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        for (String file : FILES) {
            try (InputStream content = Objects.requireNonNull(McapPackage.class.getResourceAsStream(file), file)) {
                Files.copy(content, folder.resolve(file));
            }
        }
        boolean installed = runs(folder, "node", "--version")
                && runs(folder, "npm", "ci", "--no-audit", "--no-fund", "--loglevel=error");
        return installed ? Optional.of(new McapPackage(folder)) : Optional.empty();
    }

    private static boolean runs(Path folder, String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public String name() {
        return "@mcap/core";
    }

    @Override
    public double write(Messages messages, Path file) throws IOException, InterruptedException {
        Path order = folder.resolve("order.bin");
        Files.write(order, messages.order());
        List<String> command = new ArrayList<>(
                List.of("node", folder.resolve("write.mjs").toString(), file.toString(), order.toString()));
        for (int length : messages.lengths()) {
            command.add(Integer.toString(length));
        }
        Process node = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String seconds = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (node.waitFor() != 0) {
            throw new IllegalStateException("node failed");
        }
        return Double.parseDouble(seconds);
    }
}
