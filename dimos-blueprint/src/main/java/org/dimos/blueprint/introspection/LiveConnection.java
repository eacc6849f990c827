package org.dimos.blueprint.introspection;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.dimos.core.Clock;
import org.dimos.core.time.SystemClock;

/** A connection to a run that is going on, for who asks more than once. Not safe to share. */
public final class LiveConnection implements AutoCloseable {
    private static final int LONGEST_ANSWER = 1 << 24;
    private static final int CHUNK = 1 << 16;

    private final String id;
    private final SocketChannel channel;
    private final Selector selector;
    private final Duration patience;
    private final Clock clock = new SystemClock();
    private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK).limit(0);

    private LiveConnection(String id, SocketChannel channel, Selector selector, Duration patience) {
        this.id = id;
        this.channel = channel;
        this.selector = selector;
        this.patience = patience;
    }

    static LiveConnection open(String id, Path socket, Duration patience) {
        try {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                boolean unusedIsAtOnce = channel.connect(UnixDomainSocketAddress.of(socket));
                channel.configureBlocking(false);
                Selector selector = Selector.open();
                SelectionKey unusedKey = channel.register(selector, SelectionKey.OP_READ);
                return new LiveConnection(id, channel, selector, patience);
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new LiveRunException("run " + id + " cannot be asked: " + e.getMessage(), e);
        }
    }

    /**
     * How the graph goes.
     *
     * @throws LiveRunException if the run does not answer
     */
    public GraphStatus status() {
        return StatusReader.status(
                ask(JsonLine.of(json -> json.writeStringField("do", "status"))).path("graph"));
    }

    /**
     * Puts streams on the bus, for as long as the run goes on.
     *
     * @param patterns names, in which {@code *} stands for anything
     * @return the names of the streams
     * @throws LiveRunException if the run does not answer, or cannot do it
     */
    public List<String> share(List<String> patterns) {
        JsonNode answer = ask(JsonLine.of(json -> {
            json.writeStringField("do", "share");
            json.writeArrayFieldStart("streams");
            for (String pattern : patterns) {
                json.writeString(pattern);
            }
            json.writeEndArray();
        }));
        return StatusReader.texts(answer.path("shared"));
    }

    /**
     * Asks the run to stop. It has not stopped yet when this returns.
     *
     * @throws LiveRunException if it does not answer
     */
    public void stop() {
        JsonNode unused = ask(JsonLine.of(json -> json.writeStringField("do", "stop")));
    }

    /** The answer to a request; both are a line. */
    JsonNode ask(String request) {
        long limit = clock.nanos() + patience.toNanos();
        try {
            ByteBuffer out = ByteBuffer.wrap((request + "\n").getBytes(StandardCharsets.UTF_8));
            while (out.hasRemaining()) {
                if (channel.write(out) == 0) {
                    await(SelectionKey.OP_WRITE, limit);
                }
            }
            JsonNode answer = JsonLine.parse(readLine(limit));
            if (answer.has("error")) {
                throw new LiveRunException(answer.path("error").asText());
            }
            return answer;
        } catch (IOException e) {
            throw gone(String.valueOf(e.getMessage()));
        }
    }

    private String readLine(long limit) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            if (takeLine(line)) {
                return line.toString(StandardCharsets.UTF_8);
            }
            if (line.size() > LONGEST_ANSWER) {
                throw new LiveRunException("run " + id + " answers endlessly");
            }
            chunk.clear();
            int count = channel.read(chunk);
            chunk.flip();
            if (count < 0) {
                throw gone("it has closed the connection");
            }
            if (count == 0) {
                await(SelectionKey.OP_READ, limit);
            }
        }
    }

    /** Moves what has come to a line; answers whether that was its end. */
    private boolean takeLine(ByteArrayOutputStream line) {
        int start = chunk.position();
        int end = start;
        while (end < chunk.limit() && chunk.get(end) != '\n') {
            end++;
        }
        line.write(chunk.array(), start, end - start);
        boolean ends = end < chunk.limit();
        chunk.position(ends ? end + 1 : end);
        return ends;
    }

    private void await(int operation, long limit) throws IOException {
        channel.keyFor(selector).interestOps(operation);
        long millis = Duration.ofNanos(limit - clock.nanos()).toMillis();
        if (millis <= 0 || selector.select(key -> {}, millis) == 0) {
            throw new LiveRunException(
                    "run " + id + " does not answer within " + patience.toSeconds() + " s; is it suspended?");
        }
    }

    private LiveRunException gone(String reason) {
        return new LiveRunException("run " + id + " is gone: " + reason);
    }

    @Override
    public void close() {
        try {
            selector.close();
            channel.close();
        } catch (IOException e) {
            // the run is gone
        }
    }
}
