package org.dimos.cli;

import org.dimos.cli.text.Json;
import org.dimos.cli.text.Terminal;
import org.dimos.core.transport.lcm.LcmUrl;
import org.dimos.core.transport.lcm.NetworkCheck;
import org.dimos.core.transport.lcm.NetworkCheck.Finding;
import org.dimos.core.transport.lcm.NetworkCheck.Verdict;

/** Whether messages travel between the processes of this machine, and the commands that mend what is missing. */
final class NetworkText {
    private final Program program;

    NetworkText(Program program) {
        this.program = program;
    }

    /** Looks, tells, and answers the exit code. */
    int print(boolean json) {
        LcmUrl url = LcmUrl.of(program.environment());
        if (url.scheme().equals("memq")) {
            throw new UsageException(LcmUrl.VARIABLE + " is " + url + ": messages stay within a process, whatever the"
                    + " network is like");
        }
        NetworkCheck check = NetworkCheck.of(url);
        Terminal terminal = program.terminal();
        if (json) {
            terminal.print(
                    Json.of(Json.object("url", url.toString(), "works", check.works(), "findings", check.findings())));
        } else {
            terminal.print("LCM at " + url + (check.works() ? ": messages travel" : ": messages do not travel"));
            check.findings().forEach(finding -> print(terminal, finding));
        }
        return check.works() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static void print(Terminal terminal, Finding finding) {
        String word = finding.verdict() == Verdict.GOOD
                ? terminal.green("good   ")
                : finding.verdict() == Verdict.WEAK ? terminal.yellow("weak   ") : terminal.red("missing");
        terminal.print("  " + word + "  " + Terminal.plain(finding.text()));
        finding.commands().forEach(command -> terminal.print("             " + command));
    }
}
