package org.dimos.blueprint.introspection;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers those who ask about a run, a line for a line, all on one thread that sleeps while nobody asks. Nobody can make
 * it wait or keep much: a line that is too long ends the connection, the next one is read when the last answer has left,
 * and the one who has been silent for longest makes room for a newcomer.
 */
final class RunServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunServer.class);
    private static final int MOST_CLIENTS = 16;

    private final RunSocket socket;
    private final Selector selector;
    private final UnaryOperator<String> answers;
    private final List<RunClient> clients = new ArrayList<>();
    private final Thread thread = new Thread(this::serve, "dimos-run-server");
    private long turn;

    private RunServer(RunSocket socket, Selector selector, UnaryOperator<String> answers) {
        this.socket = socket;
        this.selector = selector;
        this.answers = answers;
    }

    /** Begins to answer; takes over the socket. */
    static RunServer start(RunSocket socket, UnaryOperator<String> answers) throws IOException {
        RunServer server = new RunServer(socket, Selector.open(), answers);
        ServerSocketChannel channel = socket.channel();
        channel.configureBlocking(false);
        SelectionKey unused = channel.register(server.selector, SelectionKey.OP_ACCEPT);
        server.thread.setDaemon(true);
        server.thread.start();
        return server;
    }

    private void serve() {
        while (selector.isOpen()) {
            try {
                int unused = selector.select(this::serve);
            } catch (IOException | RuntimeException e) {
                if (selector.isOpen()) {
                    LOG.warn("the run cannot be asked any more: {}", e.toString());
                }
                return;
            }
        }
    }

    private void serve(SelectionKey key) {
        if (!key.isValid()) {
            return;
        }
        if (key.attachment() instanceof RunClient client) {
            client.serve(++turn, answers);
            clients.removeIf(RunClient::isClosed);
        } else {
            accept();
        }
    }

    private void accept() {
        try {
            SocketChannel channel = socket.channel().accept();
            if (channel == null) {
                return;
            }
            channel.configureBlocking(false);
            makeRoom();
            clients.add(RunClient.join(channel, selector, ++turn));
        } catch (IOException e) {
            LOG.debug("a client left before it was answered", e);
        }
    }

    private void makeRoom() {
        if (clients.size() >= MOST_CLIENTS) {
            Optional<RunClient> silent = clients.stream().min(Comparator.comparingLong(RunClient::lastTurn));
            silent.ifPresent(client -> {
                client.close();
                clients.remove(client);
            });
        }
    }

    /** Answers nobody any more. */
    @Override
    public void close() throws IOException {
        selector.close();
        socket.close();
        try {
            if (Thread.currentThread() != thread) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        clients.forEach(RunClient::close);
    }
}
