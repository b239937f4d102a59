package org.nocturne.routes.cli.bench.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import org.nocturne.adapters.launch.Subprocess;
import org.nocturne.routes.cli.ExitCode;

/** Runs one campaign with its fault to its end, and does to it from outside what belongs to the fault. */
final class FaultTrial {
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final String AN_HOUR_BACK = "-3600";

    private final FaultyCampaign campaign;
    private final Class<?> main;
    private final Surroundings surroundings;
    private boolean disturbed;
    private int relieved;
    private Interference seen = Interference.NONE;

    /** @param main the class of the command nocturne */
    FaultTrial(FaultyCampaign campaign, Class<?> main) {
        this.campaign = campaign;
        this.main = main;
        this.surroundings = new Surroundings(campaign);
    }

    /**
     * What was seen of a fault that is no calculation's.
     *
     * @param words empty where there was none
     * @param good whether the campaign held against it
     * @param seconds that it took
     */
    record Interference(String words, boolean good, double seconds) {
        static final Interference NONE = new Interference("", true, 0);
    }

    FaultLine run() throws IOException, InterruptedException {
        Subprocess runner = Subprocess.start(
                campaign.begin(main, surroundings.prepare()),
                campaign.dir(),
                campaign.dir().resolve("runner.log"));
        try {
            boolean ended = untilItEnds(runner);
            return new FaultOutcome(campaign, seen).line(ended);
        } finally {
            runner.killWithAllIn(campaign.folder().dir());
            surroundings.restore();
        }
    }

    /** Whether it came to its end by itself, and well. */
    private boolean untilItEnds(Subprocess runner) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < deadline) {
            OptionalInt code = runner.await(LOOK);
            if (code.isPresent()) {
                return code.getAsInt() == ExitCode.OK;
            }
            if (!disturbed) {
                disturb();
            }
        }
        return false;
    }

    private void disturb() throws IOException, InterruptedException {
        String log = campaign.log();
        switch (campaign.fault()) {
            case DISK_FULL -> {
                if (timesTold(log) > relieved) {
                    surroundings.relieve();
                    relieved++; // the next fault fills it again
                }
            }
            case CLOCK_BACK -> {
                if (log.contains(" relax ")) {
                    surroundings.setClock(AN_HOUR_BACK);
                    disturbed = true;
                }
            }
            case TWO_RUNNERS -> {
                if (log.contains(" relax ")) {
                    disturbed = true;
                    seen = secondRunner();
                }
            }
            default -> disturbed = true;
        }
    }

    private static long timesTold(String log) {
        return log.lines().filter(line -> line.contains(" cause=")).count();
    }

    private Interference secondRunner() throws IOException, InterruptedException {
        Path output = campaign.dir().resolve("second.log");
        long began = System.nanoTime();
        Subprocess second = Subprocess.start(campaign.beginAgain(main), campaign.dir(), output);
        OptionalInt code = second.await(Duration.ofMinutes(1));
        double seconds = (System.nanoTime() - began) / 1e9;
        if (code.isEmpty()) {
            second.kill();
            return new Interference("it ran beside the first", false, seconds);
        }
        boolean refused = code.getAsInt() == ExitCode.IN_USE;
        return new Interference((refused ? "refused, exit code " : "exit code ") + code.getAsInt(), refused, seconds);
    }
}
