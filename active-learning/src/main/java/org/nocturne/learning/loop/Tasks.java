package org.nocturne.learning.loop;

import java.util.Objects;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Minimisation;
import org.nocturne.core.work.Task;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.store.CandidateTable.Candidate;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.StoredFile;
import org.nocturne.learning.store.SubjectTable.Basin;
import org.nocturne.learning.store.SubjectTable.Replica;

/**
 * What a job asks of a code, read from the store alone: a restarted runner asks for exactly the same. A job whose steps or iterations were
 * corrected asks for more of them.
 */
public final class Tasks {
    private final CampaignPlan plan;
    private final Store store;
    private final CampaignFiles files;

    public Tasks(CampaignPlan plan, Store store, CampaignFiles files) {
        this.plan = plan;
        this.store = store;
        this.files = files;
    }

    public Task of(Job job) {
        return switch (job.step()) {
            case MINIMISE -> new Task.MinimiseTask(structure(basin().start()), minimisation(job));
            case REPLICA -> replica(job);
            case PROPOSE ->
                throw new IllegalArgumentException(job.subject().name() + ": a proposal is no task of a code");
            case RELAX -> relax(job);
            case LABEL ->
                new Task.LabelTask(
                        structure(store.inTransaction(tx -> tx.frames().fileOf(job.subject(), 0))));
        };
    }

    private Task replica(Job job) {
        Replica replica = store.inTransaction(
                tx -> tx.subjects().replica(job.subject().id()).orElseThrow());
        Structure start = structure(Objects.requireNonNull(basin().inherent(), "replica before its basin"));
        RunLength run = replica.role() == Role.REFERENCE
                ? plan.replicas().referenceLength()
                : plan.replicas().length();
        Kelvin heatTo = plan.replicas().heatTo().orElse(replica.temperature());
        return new Task.ReplicaTask(
                start,
                replica.temperature(),
                heatTo,
                steps(job, run.equilibrationSteps()),
                run.frames(),
                steps(job, run.spacingSteps()),
                run.energiesPerFrame(),
                replica.seed() + job.attempt(),
                plan.replicas().coolingKelvinPerPicosecond());
    }

    private Task relax(Job job) {
        Candidate candidate = store.inTransaction(
                tx -> tx.candidates().find(job.subject().id()).orElseThrow());
        return new Task.RelaxTask(
                structure(candidate.proposal()),
                candidate.temperature(),
                steps(job, plan.proposals().nvtSteps()),
                minimisation(job),
                candidate.seed() + job.attempt());
    }

    private static int steps(Job job, int planned) {
        return grown(planned, job.corrections().steps());
    }

    private Minimisation minimisation(Job job) {
        Minimisation planned = plan.proposals().minimisation();
        double factor = job.corrections().iterations();
        return new Minimisation(
                planned.energyTolerance(),
                planned.forceToleranceEvPerAngstrom(),
                grown(planned.maxIterations(), factor),
                grown(planned.maxEvaluations(), factor));
    }

    private static int grown(int planned, double factor) {
        return Math.toIntExact(Math.round(planned * factor));
    }

    private Basin basin() {
        return store.inTransaction(tx -> tx.subjects().basins()).get(0);
    }

    private Structure structure(StoredFile file) {
        return files.readFrames(file).get(0).structure();
    }
}
