package org.dimos.cli.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;

/** The terminal of this process, for those who read single keys from it. */
public final class SystemTerminal {
    /**
     * All that is read here and written there, every terminal understands. So nothing is looked up about it: that takes a
     * program that may not be there, and questions to the terminal that some answer late or never.
     */
    private static final String TYPE = "dimos";

    static {
        InfoCmp.setDefaultInfoCmp(TYPE, TYPE + ",\n");
    }

    private SystemTerminal() {}

    /**
     * Opens it. Nothing is written to it.
     *
     * @throws IOException if there is none
     */
    public static org.jline.terminal.Terminal open() throws IOException {
        return TerminalBuilder.builder()
                .system(true)
                .dumb(false)
                .type(TYPE)
                .graphemeCluster(false)
                .nativeSignals(false)
                .encoding(StandardCharsets.UTF_8)
                .build();
    }
}
