package org.nocturne.learning.loop;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Minimisation;
import org.nocturne.core.work.Task;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.store.CandidateTable.Candidate;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.Specimen;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.StoredFile;
import org.nocturne.learning.store.Subject;
import org.nocturne.learning.store.SubjectTable.Basin;
import org.nocturne.learning.store.SubjectTable.Replica;
import org.nocturne.learning.store.VariantTable.Variant;

/**
 * What a job asks of a code, read from the store alone: a restarted runner asks for exactly the same. A job whose steps or iterations were
 * corrected asks for more of them.
 */
public final class Tasks {
    /** Values of the energy and the temperature that the replica of a small cell tells, over the second half of its steps. */
    private static final int VALUES_OF_CELL = 9;

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
            case MINIMISE -> new Task.MinimiseTask(structure(toBeMinimised(job.subject())), minimisation(job));
            case REPLICA -> job.subject().kind() == Subject.Kind.SPECIMEN ? replicaOfCell(job) : replica(job);
            case PROPOSE ->
                throw new IllegalArgumentException(job.subject().name() + ": a proposal is no task of a code");
            case RELAX -> relax(job);
            case LABEL, AUDIT -> new Task.LabelTask(structure(toBeLabelled(job.subject())));
        };
    }

    private StoredFile toBeMinimised(Subject subject) {
        return store.inTransaction(tx -> subject.kind() == Subject.Kind.CANDIDATE
                ? tx.candidates().find(subject.id()).orElseThrow().proposal()
                : tx.subjects().basin(subject.id()).orElseThrow().start());
    }

    private StoredFile toBeLabelled(Subject subject) {
        return subject.kind() == Subject.Kind.SPECIMEN
                ? specimen(subject).file()
                : store.inTransaction(tx -> tx.frames().fileOf(subject, 0));
    }

    private Specimen specimen(Subject subject) {
        return store.inTransaction(tx -> tx.specimens().find(subject.id()).orElseThrow());
    }

    /** One frame at the end of a short run; the seed is the specimen's own. */
    private Task replicaOfCell(Job job) {
        Specimen specimen = specimen(job.subject());
        int steps = plan.audit().flatMap(AuditPlan::cells).orElseThrow().steps();
        return new Task.ReplicaTask(
                structure(specimen.file()),
                specimen.temperature(),
                specimen.temperature(),
                steps(job, steps - steps / 2),
                1,
                steps(job, steps / 2),
                VALUES_OF_CELL,
                plan.seedOf("specimen", specimen.id()) + draw(job),
                Optional.empty());
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
                replica.seed() + draw(job),
                plan.replicas().coolingKelvinPerPicosecond());
    }

    private Task relax(Job job) {
        Candidate candidate = store.inTransaction(
                tx -> tx.candidates().find(job.subject().id()).orElseThrow());
        return new Task.RelaxTask(
                structure(toBeRelaxed(candidate)),
                candidate.temperature(),
                steps(job, plan.proposals().nvtSteps()),
                minimisation(job),
                candidate.seed() + draw(job));
    }

    /** The proposal, or of a variant what it has been minimised to. */
    private StoredFile toBeRelaxed(Candidate candidate) {
        Optional<Variant> variant = store.inTransaction(tx -> tx.variants().find(candidate.id()));
        return variant.map(v -> Objects.requireNonNull(v.start(), "variant before it is minimised"))
                .orElse(candidate.proposal());
    }

    /** Which seed in turn: an attempt has that of the one before it where that one was ended by its surroundings, and another one else. */
    private int draw(Job job) {
        if (job.attempt() == 1) {
            return 1;
        }
        List<Job> all = store.inTransaction(tx -> tx.jobs().of(job.subject()));
        return 1
                + (int) all.stream()
                        .filter(earlier -> earlier.step() == job.step() && earlier.attempt() < job.attempt())
                        .filter(earlier -> Optional.ofNullable(earlier.cause())
                                .filter(cause -> !cause.isOfTheSurroundings())
                                .isPresent())
                        .count();
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
