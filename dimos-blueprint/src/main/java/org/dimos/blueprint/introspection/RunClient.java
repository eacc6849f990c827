package org.dimos.blueprint.introspection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One who asks about a run: what of its line has come so far, and what of the answer has not left yet. */
final class RunClient {
    static final int LONGEST_LINE = 1 << 16;

    private static final int FIRST_SIZE = 512;

    private final SocketChannel channel;
    private final SelectionKey key;
    private ByteBuffer in = ByteBuffer.allocate(FIRST_SIZE);
    private ByteBuffer out = ByteBuffer.allocate(0);
    private long lastTurn;
    private boolean last;

    private RunClient(SocketChannel channel, SelectionKey key, long turn) {
        this.channel = channel;
        this.key = key;
        this.lastTurn = turn;
    }

    static RunClient join(SocketChannel channel, Selector selector, long turn) throws IOException {
        SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
        RunClient client = new RunClient(channel, key, turn);
        key.attach(client);
        return client;
    }

    long lastTurn() {
        return lastTurn;
    }

    boolean isClosed() {
        return !channel.isOpen();
    }

    /** Goes on where it can. */
    void serve(long turn, UnaryOperator<String> answers) {
        lastTurn = turn;
        try {
            if (!out.hasRemaining() && !read()) {
                close();
                return;
            }
            answer(answers);
        } catch (IOException e) {
            close();
        }
    }

    /** Whether the other side is still there. */
    private boolean read() throws IOException {
        if (!in.hasRemaining()) {
            ByteBuffer larger = ByteBuffer.allocate(Math.min(LONGEST_LINE, in.capacity() * 2));
            in = larger.put(in.flip());
        }
        return channel.read(in) >= 0;
    }

    /** Answers line after line as long as the answers leave at once. */
    private void answer(UnaryOperator<String> answers) throws IOException {
        boolean flows = write();
        while (flows && !last) {
            Optional<String> line = nextLine();
            if (line.isPresent()) {
                say(answers.apply(line.get()));
            } else if (in.position() >= LONGEST_LINE) {
                say(RunAnswers.error("a line has at most " + LONGEST_LINE + " bytes"));
                last = true;
            } else {
                break;
            }
            flows = write();
        }
        if (flows && last) {
            close();
        } else {
            key.interestOps(flows ? SelectionKey.OP_READ : SelectionKey.OP_WRITE);
        }
    }

    private void say(String answer) {
        out = ByteBuffer.wrap((answer + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Whether all has left. */
    private boolean write() throws IOException {
        while (out.hasRemaining()) {
            if (channel.write(out) == 0) {
                return false;
            }
        }
        return true;
    }

    private Optional<String> nextLine() {
        for (int i = 0; i < in.position(); i++) {
            if (in.get(i) == '\n') {
                String line = new String(in.array(), 0, i, StandardCharsets.UTF_8);
                in.flip().position(i + 1);
                in.compact();
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // the other side is gone
        }
    }
}
