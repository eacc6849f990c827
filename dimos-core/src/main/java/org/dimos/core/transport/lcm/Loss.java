package org.dimos.core.transport.lcm;

/** Why a message is lost. */
enum Loss {
    NOT_SENT("not sent"),
    MISSING("missing in a sender's numbers"),
    INCOMPLETE("incomplete: fragments did not come"),
    TOO_LARGE("too large for the memory there is"),
    MALFORMED("no LCM message"),
    NO_ROOM("listeners too slow");

    private final String words;

    Loss(String words) {
        this.words = words;
    }

    /** For people. */
    String words() {
        return words;
    }
}
