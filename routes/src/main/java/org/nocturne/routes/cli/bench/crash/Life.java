package org.nocturne.routes.cli.bench.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.Subprocess;
import org.nocturne.routes.cli.bench.crash.Death.Way;

/** One runner, from its start to its death, or to the end of the campaign where that comes first. */
final class Life {
    private static final Duration LOOK = Duration.ofMillis(5);
    private static final Duration HALT_AT_MOST = Duration.ofMinutes(3);

    private final Subprocess runner;
    private final Death death;
    private final Path folder;
    private final Path output;
    private final long began = System.nanoTime();
    private boolean asked;

    private Life(Subprocess runner, Death death, Path folder, Path output) {
        this.runner = runner;
        this.death = death;
        this.folder = folder;
        this.output = output;
    }

    /** How it ended. */
    enum End {
        KILLED,
        /** By itself, at the end of the campaign, or by the stop that was to lead to its death. */
        ENDED,
        /** By itself, with an exit code that a campaign without faults does not give. */
        REFUSED,
        /** It had to be killed because it did not end. */
        HUNG
    }

    /**
     * Lives it.
     *
     * @param campaign what works in its folder dies too where the whole machine goes down
     * @param output takes what the runner prints
     */
    static End live(Command command, Death death, CrashCampaign campaign, Path output)
            throws IOException, InterruptedException {
        return new Life(
                        Subprocess.start(command, campaign.dir(), output),
                        death,
                        campaign.folder().dir(),
                        output)
                .untilItEnds();
    }

    private End untilItEnds() throws IOException, InterruptedException {
        while (true) {
            OptionalInt code = runner.await(LOOK);
            if (code.isPresent()) {
                return end(code.getAsInt());
            }
            if (isDue()) {
                kill();
                return End.KILLED;
            }
            if (death.wantsAStop() && !asked && isOver(death.after()) && isAtWork()) {
                runner.terminate();
                asked = true;
            }
            if (isOver(HALT_AT_MOST)) {
                runner.killWithAllIn(folder);
                return End.HUNG;
            }
        }
    }

    private End end(int code) {
        boolean stopped = asked && (code == 130 || code == 143);
        boolean halted = code == 137 && death.way() == Way.HALT;
        return halted ? End.KILLED : code == 0 || stopped ? End.ENDED : End.REFUSED;
    }

    private boolean isDue() throws IOException {
        if (death.point().isEmpty()) {
            return isOver(death.after());
        }
        return death.way() != Way.HALT
                && Files.readString(output)
                        .contains(death.order().map(CrashOrder::sign).orElseThrow());
    }

    /** It has told an event: a stop before that ends a JVM and no campaign. */
    private boolean isAtWork() throws IOException {
        return Files.size(output) > 0;
    }

    private void kill() throws InterruptedException {
        if (death.way() == Way.TREE) {
            runner.killWithAllIn(folder);
        } else {
            runner.kill();
        }
    }

    private boolean isOver(Duration time) {
        return System.nanoTime() - began > time.toNanos();
    }
}
