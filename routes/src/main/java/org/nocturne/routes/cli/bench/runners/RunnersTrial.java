package org.nocturne.routes.cli.bench.runners;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.Subprocess;
import org.nocturne.routes.run.Status;
import org.nocturne.routes.run.StatusReader;

/** One campaign by a runner that leads and one that helps; each is killed once where that is asked for, and another one joins. */
final class RunnersTrial {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);

    private final SharedCampaign campaign;
    private final RunnersOrder order;
    private final Consumer<String> told;
    private final List<String> notResumed = new ArrayList<>();
    private int runners;
    private int kills;

    /** @param told of what happens */
    RunnersTrial(SharedCampaign campaign, RunnersOrder order, Consumer<String> told) {
        this.campaign = campaign;
        this.order = order;
        this.told = told;
    }

    /** @throws IllegalStateException if a runner that was not killed ended otherwise than well, or nothing gets done any more */
    RunnersLine run() throws IOException, InterruptedException {
        Subprocess leader = start(campaign.run());
        awaitLabels(1, leader);
        Subprocess helper = start(campaign.join());
        if (order.kills()) {
            awaitLabels(order.candidates() / 3, leader, helper);
            helper = replaced("helper", helper);
            awaitLabels(2 * order.candidates() / 3, leader, helper);
            leader = replaced("leader", leader);
        }
        awaitLabels(order.candidates(), leader, helper);
        for (Subprocess runner : List.of(leader, helper)) {
            OptionalInt code = runner.await(LONGEST_SILENCE);
            if (code.isEmpty() || code.getAsInt() != 0) {
                notResumed.add("a runner ended with " + (code.isEmpty() ? "nothing" : "code " + code.getAsInt()));
            }
        }
        return RunnersLine.of(campaign, order, kills, notResumed);
    }

    private Subprocess start(Command command) throws IOException {
        return Subprocess.start(command, campaign.dir(), campaign.dir().resolve("runner-" + ++runners + ".txt"));
    }

    private Subprocess replaced(String which, Subprocess runner) throws IOException, InterruptedException {
        runner.kill();
        kills++;
        told.accept("the " + which + " was killed; another runner joins");
        return start(campaign.join());
    }

    private void awaitLabels(int wanted, Subprocess... runners) throws IOException, InterruptedException {
        int before = -1;
        long since = System.nanoTime();
        while (true) {
            int done = done();
            if (done >= wanted) {
                told.accept(done + " of " + order.candidates() + " candidates are done");
                return;
            }
            if (done > before) {
                before = done;
                since = System.nanoTime();
            }
            boolean stuck = System.nanoTime() - since > LONGEST_SILENCE.toNanos();
            if (stuck || allEnded(runners)) {
                throw new IllegalStateException(campaign.dir() + ": " + done + " of " + order.candidates()
                        + " candidates are done, and nothing goes on; runner-1.txt and those beside it say why");
            }
            Thread.sleep(LOOK.toMillis());
        }
    }

    private static boolean allEnded(Subprocess... runners) throws InterruptedException {
        for (Subprocess runner : runners) {
            if (runner.await(Duration.ZERO).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private int done() {
        if (!campaign.folder().exists() || !campaign.folder().log().toFile().exists()) {
            return 0;
        }
        Status status = StatusReader.read(campaign.folder());
        return status.candidates().getOrDefault("labelled", 0)
                + status.candidates().getOrDefault("failed", 0);
    }
}
