package org.nocturne.routes.cli.bench.crash;

import java.io.PrintWriter;

/** A proof as a person reads it. */
final class CrashText {
    private CrashText() {}

    static void print(CrashTable table, PrintWriter out) {
        out.printf("%-22s %6s %6s %6s%n", "died at", "halt", "runner", "tree");
        table.deaths()
                .forEach((where, ways) -> out.printf(
                        "%-22s %6d %6d %6d%n",
                        where,
                        ways.getOrDefault("halt", 0),
                        ways.getOrDefault("runner", 0),
                        ways.getOrDefault("tree", 0)));
        out.printf(
                "%d kills in %d campaigns: %d lost, %d duplicated, %d torn, %d orphans, %d second copies, %d not resumed, %d broken%n",
                table.kills(),
                table.campaigns(),
                table.lost(),
                table.duplicated(),
                table.torn(),
                table.orphans(),
                table.secondCopies(),
                table.refused(),
                table.broken());
        for (PeerLine line : table.peers()) {
            out.printf(
                    "%s, %s killed: %d of 2 finished tasks done again, %d second copies, %d spoilt outputs taken for finished, %d without output%s%n",
                    line.peer(),
                    line.killed(),
                    line.repeated(),
                    line.secondCopies(),
                    line.spoilt(),
                    line.undone(),
                    line.refused() ? ", did not go on" : "");
        }
        table.findings().forEach(finding -> out.println(finding.kind() + " " + finding.what()));
    }
}
