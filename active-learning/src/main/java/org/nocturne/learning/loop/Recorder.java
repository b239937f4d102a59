package org.nocturne.learning.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nocturne.core.crash.CrashPoint;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Corrections;
import org.nocturne.core.work.Frame;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.core.work.Label;
import org.nocturne.core.work.Method;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Step;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.files.FrameCodec;
import org.nocturne.learning.files.SeriesCodec;
import org.nocturne.learning.store.Effort;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.Specimen;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.StoredFile;
import org.nocturne.learning.store.Subject;
import org.nocturne.learning.store.SubjectTable.Replica;
import org.nocturne.learning.store.Transaction;
import org.nocturne.learning.store.VariantTable;

/**
 * Puts what an external code answered into the store: files first (whole, hashed), then one transaction that ends the job, keeps
 * the result, queues what follows and appends the event. A result that comes twice is recorded once.
 */
public final class Recorder {

    private final CampaignPlan plan;
    private final Store store;
    private final CampaignFiles files;
    private final RetryPolicy retries;
    private final RetryPolicy retriesOfAudit;
    private final SpecimenResults specimens;

    public Recorder(CampaignPlan plan, Store store, CampaignFiles files) {
        this.plan = plan;
        this.store = store;
        this.files = files;
        this.retries = new RetryPolicy(plan.retries());
        this.retriesOfAudit =
                new RetryPolicy(plan.audit().map(AuditPlan::retries).orElse(RetryPlan.none()));
        this.specimens = new SpecimenResults(store, files);
    }

    /** Records an outcome; returns false where the job had ended already. */
    public boolean record(Job job, Method method, Outcome outcome, Ran ran) {
        return outcome.fold(
                done -> succeeded(job, method, done.result(), ran), failed -> failed(job, method, failed, ran));
    }

    private boolean succeeded(Job job, Method method, Result result, Ran ran) {
        if (hasEnded(job)) {
            return false; // before any file is written: those of the first answer stay as they were recorded
        }
        if (job.subject().kind() == Subject.Kind.SPECIMEN) {
            return commit(job, method, ran, specimens.of(job, method, result));
        }
        if (result instanceof Result.Relaxed relaxed) {
            return relaxed(job, method, relaxed, ran);
        }
        if (result instanceof Result.Labelled labelled) {
            return labelled(job, method, labelled.label(), ran);
        }
        if (result instanceof Result.Sampled sampled) {
            return sampled(job, method, sampled, ran);
        }
        InherentStructure inherent = ((Result.Minimised) result).inherent();
        return job.subject().kind() == Subject.Kind.CANDIDATE
                ? variantMinimised(job, method, inherent, ran)
                : minimised(job, method, inherent, ran);
    }

    private boolean minimised(Job job, Method method, InherentStructure inherent, Ran ran) {
        StoredFile file = files.writeFrames(
                "structures/" + job.subject().name() + ".inherent.extxyz",
                List.of(FrameCodec.bare(inherent.structure(), "energy", inherent.energyEv())));
        return commit(job, method, ran, (tx, fields) -> {
            tx.subjects()
                    .basinRelaxed(
                            job.subject().id(), file, inherent.energyEv(), inherent.maxForceEvPerAngstrom(), method);
            atRest(fields, inherent);
        });
    }

    /** The noise is gone; now the relax step can begin. */
    private boolean variantMinimised(Job job, Method method, InherentStructure inherent, Ran ran) {
        StoredFile file = files.writeFrames(
                "structures/" + job.subject().name() + ".minimised.extxyz",
                List.of(FrameCodec.bare(inherent.structure(), "energy", inherent.energyEv())));
        int atoms = inherent.structure().size();
        return commit(job, method, ran, (tx, fields) -> {
            int candidate = job.subject().id();
            tx.variants().minimised(candidate, file, inherent.energyEv());
            tx.jobs().enqueue(job.subject(), Step.RELAX);
            VariantTable.Variant variant = tx.variants().find(candidate).orElseThrow();
            VariantTable.Parent parent = tx.variants().parent(variant.parent()).orElseThrow();
            atRest(fields, inherent);
            if (method.id().equals(parent.methodId())) {
                fields.number("dE", "%+.1fmeV/atom", 1000 * (inherent.energyEv() - parent.energyEv()) / atoms);
            }
        });
    }

    private static Fields atRest(Fields fields, InherentStructure inherent) {
        return fields.number(
                        "E",
                        "%.6feV/atom",
                        inherent.energyEv() / inherent.structure().size())
                .number("fmax", "%.1eeV/A", inherent.maxForceEvPerAngstrom());
    }

    private boolean relaxed(Job job, Method method, Result.Relaxed result, Ran ran) {
        String name = job.subject().name();
        Structure thermal = result.thermal().structure();
        StoredFile frame =
                files.writeFrames("frames/" + name + ".extxyz", List.of(FrameCodec.encode(result.thermal(), method)));
        StoredFile inherent = files.writeFrames(
                "structures/" + name + ".inherent.extxyz",
                List.of(FrameCodec.bare(
                        result.inherent().structure(),
                        "energy",
                        result.inherent().energyEv())));
        double change = (result.thermal().label().energyEv() - result.proposalEnergyEv()) / thermal.size();
        return commit(job, method, ran, (tx, fields) -> {
            tx.candidates()
                    .relaxed(
                            job.subject().id(),
                            result.proposalEnergyEv(),
                            inherent,
                            result.inherent().energyEv());
            tx.frames()
                    .insert(job.subject(), 0, Role.CANDIDATE, result.thermal().temperature(), frame);
            tx.jobs().enqueue(job.subject(), Step.LABEL);
            fields.number("dU", "%+.3fmeV/atom", 1000 * change)
                    .number("Treached", "%.1fK", result.temperatureReachedK());
        });
    }

    private boolean labelled(Job job, Method method, Label label, Ran ran) {
        StoredFile before = store.inTransaction(tx -> tx.frames().fileOf(job.subject(), 0));
        Frame unlabelled = FrameCodec.decode(files.readFrames(before).get(0));
        Frame frame = new Frame(unlabelled.structure(), unlabelled.temperature(), label);
        StoredFile file = files.writeFrames(
                "frames/" + job.subject().name() + ".labelled.extxyz", List.of(FrameCodec.encode(frame, method)));
        double perAtom = label.energyEv() / frame.structure().size();
        return commit(job, method, ran, (tx, fields) -> {
            long id = tx.frames().idOf(job.subject(), 0);
            tx.frames().replaceFile(id, file);
            tx.frames().label(id, method, job.id(), label.energyEv(), largest(label));
            fields.number("U", "%.6feV/atom", perAtom);
        });
    }

    private boolean sampled(Job job, Method method, Result.Sampled result, Ran ran) {
        String name = job.subject().name();
        List<XyzFrame> frames = new ArrayList<>();
        result.frames().forEach(frame -> frames.add(FrameCodec.encode(frame, method)));
        StoredFile file = files.writeFrames("frames/" + name + ".extxyz", frames);
        StoredFile series = files.writeText("frames/" + name + ".series.json", SeriesCodec.encode(result));
        int atoms = result.last().size();
        Replica replica = store.inTransaction(
                tx -> tx.subjects().replica(job.subject().id()).orElseThrow());
        Optional<StoredFile> last = plan.proposals()
                .variants()
                .filter(variants -> replica.role() == Role.TRAINING)
                .map(variants ->
                        files.writeFrames("structures/" + name + ".last.extxyz", List.of(new XyzFrame(result.last()))));
        return commit(job, method, ran, (tx, fields) -> {
            last.ifPresent(start -> ofTheLibrary(tx, replica, start));
            tx.subjects().replicaSampled(replica.id(), series);
            for (int k = 0; k < result.frames().size(); k++) {
                long id = tx.frames().insert(job.subject(), k, replica.role(), replica.temperature(), file);
                Label label = result.frames().get(k).label();
                tx.frames().label(id, method, job.id(), label.energyEv(), largest(label));
            }
            fields.with("role", replica.role().word())
                    .with("frames", result.frames().size())
                    .number("U", "%.6feV/atom", mean(result.energiesEv()) / atoms)
                    .number("Treached", "%.1fK", mean(result.temperaturesK()));
        });
    }

    /** What a replica falls to from its last frame is one that variants are made of. */
    private static void ofTheLibrary(Transaction tx, Replica replica, StoredFile last) {
        int basin = tx.subjects().insertBasin(last);
        tx.variants().insertParent(basin, replica.id());
        tx.jobs().enqueue(Subject.basin(basin), Step.MINIMISE);
    }

    private boolean hasEnded(Job job) {
        Job.State state =
                store.inTransaction(tx -> tx.jobs().find(job.id()).orElseThrow().state());
        return state != Job.State.RUNNING;
    }

    /** What is kept of an answer, in the transaction that ends its job. */
    interface Keep {
        void in(Transaction tx, Fields fields);
    }

    private boolean commit(Job job, Method method, Ran ran, Keep keep) {
        CrashPoint.RESULT_WRITTEN.reached();
        return store.inTransaction(tx -> {
            if (!tx.jobs().end(job, Job.State.DONE, null, null, method, effort(job, ran))) {
                return false;
            }
            Fields fields = about(tx, job, method).word("ok");
            keep.in(tx, fields);
            tx.events()
                    .append(
                            Event.Level.INFO,
                            job.step().word(),
                            ran.told(timed(fields, ran)).map());
            return true;
        });
    }

    private boolean failed(Job job, Method method, Outcome.Failed failed, Ran ran) {
        return store.inTransaction(tx -> {
            Job.State state = failed.cause() == Cause.CANCELLED ? Job.State.CANCELLED : Job.State.FAILED;
            if (!tx.jobs().end(job, state, failed.cause(), failed.detail(), method, effort(job, ran))) {
                return false;
            }
            RetryPolicy policy = job.step() == Step.AUDIT ? retriesOfAudit : retries;
            List<Job> attempts = tx.jobs().of(job.subject());
            Optional<Corrections> next = ran.asOne() && policy.isTriedAlone(job, failed, attempts)
                    ? Optional.of(job.corrections())
                    : policy.next(job, failed, attempts, tx.jobs().countCorrected());
            next.ifPresent(corrections -> tx.jobs().enqueue(job.subject(), job.step(), corrections));
            Fields fields = about(tx, job, method)
                    .word("failed")
                    .with("cause", failed.cause())
                    .with("again", next.isPresent() ? "yes" : "no")
                    .with("dir", job.claimedWorkDir());
            Fields told = timed(fields, ran).said("why", failed.detail());
            next.filter(corrections -> !corrections.equals(job.corrections()))
                    .ifPresent(corrections -> told.said("next", corrections.inWords()));
            Event.Level level = state == Job.State.CANCELLED ? Event.Level.INFO : Event.Level.WARN;
            tx.events().append(level, job.step().word(), ran.told(told).map());
            return true;
        });
    }

    private Effort effort(Job job, Ran ran) {
        return new Effort(ran.took(), plan.budget().cores(job.step()));
    }

    private Fields about(Transaction tx, Job job, Method method) {
        Fields fields = Fields.of(plan);
        switch (job.subject().kind()) {
            case CANDIDATE -> {
                var candidate = tx.candidates().find(job.subject().id()).orElseThrow();
                fields.with("round", candidate.round()).subject(job.subject()).temperature(candidate.temperature());
            }
            case REPLICA -> {
                Replica replica = tx.subjects().replica(job.subject().id()).orElseThrow();
                fields.subject(job.subject()).temperature(replica.temperature());
            }
            case BASIN -> {
                fields.subject(job.subject());
                tx.variants()
                        .parent(job.subject().id())
                        .ifPresent(parent -> fields.with(
                                "replica", Subject.replica(parent.replica()).name()));
            }
            case SPECIMEN -> {
                Specimen specimen = tx.specimens().find(job.subject().id()).orElseThrow();
                fields.with("round", specimen.round()).subject(job.subject()).temperature(specimen.temperature());
            }
        }
        fields.with("code", method.code()).with("try", job.attempt());
        return job.corrections().isEmpty()
                ? fields
                : fields.said("corrected", job.corrections().inWords());
    }

    private static Fields timed(Fields fields, Ran ran) {
        return fields.number("took", "%.1fs", ran.took().toMillis() / 1000.0);
    }

    private static double largest(Label label) {
        double max = 0;
        for (double f : label.forcesEvPerAngstrom()) {
            max = Math.max(max, Math.abs(f));
        }
        return max;
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
