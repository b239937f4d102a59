package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Frame;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;
import org.nocturne.learning.loop.CampaignPlan;
import org.nocturne.learning.phase.PhaseEvidence;
import org.nocturne.routes.config.ConfigReader;
import org.nocturne.routes.run.DecidedPhase;
import org.nocturne.routes.run.Inputs;

/**
 * Finds out the phase of a campaign by a few short replicas at the target's temperature, made as its own will be made (heated first
 * where they are heated first), and by minimising where they end.
 */
public final class PhaseTrial {
    private static final int REPLICAS = 2;
    private static final int FRAMES = 40;

    private final ConfigReader.Read read;
    private final Inputs inputs;
    private final Path work;

    private PhaseTrial(ConfigReader.Read read, Inputs inputs, Path work) {
        this.read = read;
        this.inputs = inputs;
        this.work = work.toAbsolutePath();
    }

    /**
     * Runs the trial.
     *
     * @param work where its runs lie; those that failed stay there
     * @throws org.nocturne.routes.config.ConfigException if a run fails, or the signs contradict each other
     */
    public static DecidedPhase of(ConfigReader.Read read, Inputs inputs, Path work) throws IOException {
        return new PhaseTrial(read, inputs, work).decide();
    }

    private DecidedPhase decide() throws IOException {
        CampaignPlan plan = inputs.plan();
        Structure inherent = minimised(List.of(inputs.start())).get(0);
        List<Task> replicas = new ArrayList<>();
        for (int k = 1; k <= REPLICAS; k++) {
            replicas.add(new Task.ReplicaTask(
                    inherent,
                    plan.temperature(),
                    plan.replicas().heatTo().orElse(plan.temperature()),
                    plan.replicas().length().equilibrationSteps(),
                    FRAMES,
                    plan.replicas().length().spacingSteps(),
                    1,
                    plan.seedOf("phase", k)));
        }
        List<List<Structure>> frames = new ArrayList<>();
        for (Result result : run(replicas)) {
            frames.add(((Result.Sampled) result)
                    .frames().stream().map(Frame::structure).toList());
        }
        List<Structure> ends =
                minimised(frames.stream().map(f -> f.get(f.size() - 1)).toList());
        PhaseEvidence found = PhaseEvidence.of(inherent, frames, ends);
        return switch (found.phase()) {
            case SOLID -> new DecidedPhase(CampaignPlan.Phase.CRYSTAL, found.why());
            case LIQUID -> new DecidedPhase(CampaignPlan.Phase.LIQUID, found.why());
            case UNDECIDED -> throw problem("the signs contradict each other: " + found.why());
        };
    }

    private List<Structure> minimised(List<Structure> starts) throws IOException {
        List<Task> tasks = new ArrayList<>();
        starts.forEach(s ->
                tasks.add(new Task.MinimiseTask(s, inputs.plan().proposals().minimisation())));
        return run(tasks).stream()
                .map(r -> ((Result.Minimised) r).inherent().structure())
                .toList();
    }

    private List<Result> run(List<Task> tasks) throws IOException {
        List<Result> out = new ArrayList<>();
        Batch batch = new Batch(
                inputs.code(), inputs.config().slots(), inputs.config().code().timeLimit(), work, false);
        batch.run(tasks, (index, outcome) -> {
            if (outcome instanceof Outcome.Done done) {
                out.add(done.result());
            } else if (outcome instanceof Outcome.Failed failure) {
                throw problem(
                        "a run failed: " + failure.cause() + ", " + failure.detail() + "; see " + failure.workDir());
            }
        });
        return out;
    }

    private RuntimeException problem(String found) {
        return read.problem(
                "structure.phase",
                "structure.phase is 'auto', but " + found + "; wanted is crystal or liquid, said by you");
    }
}
