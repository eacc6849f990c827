package org.dimos.blueprint.introspection;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A Unix domain socket that listens, and its file. Systems limit the length of such a path to about a hundred bytes; one
 * that would be longer is made in a folder of its own among the temporary ones.
 *
 * @param path the file
 * @param channel the socket
 */
record RunSocket(Path path, ServerSocketChannel channel) implements AutoCloseable {
    private static final String FOLDER = "dimos-run-";
    private static final String NAME = "run.sock";

    /**
     * Listens at a path, or at one that says {@link #path} where that cannot be.
     *
     * @throws IOException if it is not possible anywhere
     */
    static RunSocket open(Path wanted) throws IOException {
        try {
            Files.deleteIfExists(wanted);
            return listen(wanted);
        } catch (IOException e) {
            return listenElsewhere(e);
        }
    }

    private static RunSocket listenElsewhere(IOException reason) throws IOException {
        Path folder = Files.createTempDirectory(FOLDER);
        try {
            return listen(folder.resolve(NAME));
        } catch (IOException e) {
            Files.deleteIfExists(folder);
            e.addSuppressed(reason);
            throw e;
        }
    }

    private static RunSocket listen(Path path) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.bind(UnixDomainSocketAddress.of(path));
            return new RunSocket(path, channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    static boolean isInFolderOfItsOwn(Path socket) {
        return socket.endsWith(NAME)
                && Optional.ofNullable(socket.getParent())
                        .map(Path::getFileName)
                        .filter(folder -> folder.toString().startsWith(FOLDER))
                        .isPresent();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        LiveFolder.removeSocket(path);
    }
}
