package org.dimos.cli;

/** What the program answers to the shell. */
final class ExitCode {
    static final int OK = 0;
    /** What was asked for went wrong while it ran. */
    static final int FAILED = 1;
    /** What was asked for makes no sense. */
    static final int USAGE = 2;
    /** A recording can be read, and something of it is missing. */
    static final int LOSSES = 3;
    /** The program has a fault; the number is EX_SOFTWARE of sysexits.h. */
    static final int FAULT = 70;

    private ExitCode() {}
}
