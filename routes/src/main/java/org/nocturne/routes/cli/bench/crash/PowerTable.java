package org.nocturne.routes.cli.bench.crash;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.nocturne.routes.cli.bench.crash.Finding.Kind;
import org.nocturne.routes.cli.bench.crash.PowerCut.Disk;

/**
 * What a proof prints, one line for each kind of disk.
 *
 * @param findings what must not be, in words
 */
record PowerTable(long seed, String code, List<Line> disks, List<Finding> findings) {

    /**
     * Of one kind of disk.
     *
     * @param files torn by the cuts
     * @param restored stores that were set aside for a backup
     * @param labelsAgain labels that were committed, lost, and done again
     * @param stepsAgain other steps of which that is so
     * @param told campaigns that ended because a file that had been synced was torn and no backup was from before it
     * @param lost candidates without a label in the end, lines of the log without an event
     * @param torn files that were accepted although they are not what was recorded
     */
    record Line(
            String disk,
            int campaigns,
            int cuts,
            int files,
            int restored,
            @JsonProperty("labels_again") int labelsAgain,
            @JsonProperty("steps_again") int stepsAgain,
            int told,
            long lost,
            long duplicated,
            long torn,
            long orphans,
            @JsonProperty("second_copies") long secondCopies,
            long refused,
            long broken) {

        static Line of(Disk disk, int campaigns, PowerCount count, List<Finding> found) {
            return new Line(
                    disk.name().toLowerCase(Locale.ROOT),
                    campaigns,
                    count.cuts(),
                    count.files(),
                    count.restored(),
                    count.labelsAgain(),
                    count.otherStepsAgain(),
                    count.timesTold(),
                    number(found, Kind.LOST),
                    number(found, Kind.DUPLICATED),
                    number(found, Kind.TORN),
                    number(found, Kind.ORPHAN),
                    number(found, Kind.SECOND_COPY),
                    number(found, Kind.REFUSED),
                    number(found, Kind.BROKEN));
        }
    }

    private static long number(List<Finding> found, Kind kind) {
        return found.stream().filter(f -> f.kind() == kind).count();
    }

    void print(PrintWriter out) {
        for (Line line : disks) {
            out.printf(
                    "%s disk: %d cuts in %d campaigns, %d files torn, %d stores restored; done again: %d labels, %d other steps; told: %d%n",
                    line.disk(),
                    line.cuts(),
                    line.campaigns(),
                    line.files(),
                    line.restored(),
                    line.labelsAgain(),
                    line.stepsAgain(),
                    line.told());
            out.printf(
                    "  %d lost, %d duplicated, %d torn accepted, %d orphans, %d second copies, %d not resumed, %d broken%n",
                    line.lost(),
                    line.duplicated(),
                    line.torn(),
                    line.orphans(),
                    line.secondCopies(),
                    line.refused(),
                    line.broken());
        }
        findings.forEach(finding -> out.println(finding.kind() + " " + finding.what()));
    }
}
