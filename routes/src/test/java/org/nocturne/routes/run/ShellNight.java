package org.nocturne.routes.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.adapters.launch.LocalLauncher;
import org.nocturne.adapters.launch.LocalProcesses;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.port.ForceModel;
import org.nocturne.core.port.ModelRuntime;
import org.nocturne.core.port.Proposer;
import org.nocturne.core.spectrum.PatternFit;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Frame;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.core.work.Label;
import org.nocturne.core.work.Method;
import org.nocturne.core.work.Minimisation;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Step;
import org.nocturne.core.work.Task;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.files.FrameCodec;
import org.nocturne.learning.loop.Bootstrap;
import org.nocturne.learning.loop.Budget;
import org.nocturne.learning.loop.BudgetPlan;
import org.nocturne.learning.loop.CampaignPlan;
import org.nocturne.learning.loop.LearningPlan;
import org.nocturne.learning.loop.Progress;
import org.nocturne.learning.loop.ProposalPlan;
import org.nocturne.learning.loop.Ran;
import org.nocturne.learning.loop.Recorder;
import org.nocturne.learning.loop.ReplicaPlan;
import org.nocturne.learning.loop.RetryPlan;
import org.nocturne.learning.loop.RunLength;
import org.nocturne.learning.loop.Spending;
import org.nocturne.learning.loop.Tasks;
import org.nocturne.learning.store.Effort;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Specimen;
import org.nocturne.learning.store.SpecimenTable.By;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.StoredFile;
import org.nocturne.learning.store.Subject;
import org.nocturne.learning.train.NetworkTrainer;
import org.nocturne.learning.train.TrainerJvm;
import org.nocturne.routes.config.WorkConfig;

/** A liquid of one atom whose code is a line of bash: exit 0 minimises, anything else fails. */
public final class ShellNight implements AutoCloseable {
    static final Method METHOD = new Method("shell", "1", "none", "");
    static final Method SECOND = new Method("shell", "2", "none", "");
    private static final Structure ATOM = new Structure(Cell.cubic(5), List.of(Element.SI), new double[3]);

    private final Path dir;
    private final String script;
    private final int slots;
    private final Duration stalledAfter;
    private final CampaignPlan plan;
    private final CampaignFiles files;
    private final CampaignMeter meter;
    final Store store;
    private Optional<Presence> present = Optional.empty();

    public ShellNight(Path dir, String script, int slots) {
        this(dir, script, slots, Duration.ZERO);
    }

    ShellNight(Path dir, String script, int slots, Duration stalledAfter) {
        this.stalledAfter = stalledAfter;
        this.dir = dir;
        this.script = script;
        this.slots = slots;
        plan = plan();
        files = new CampaignFiles(dir);
        meter = new CampaignMeter(dir, Clock.systemUTC());
        store = Store.open(Store.urlInside(dir), "sa", "", Clock.systemUTC());
        new Bootstrap(plan, store, files).begin(ATOM, "name: shell\n", "ab".repeat(32));
    }

    private static CampaignPlan plan() {
        RunLength run = new RunLength(10, 2, 5, 1);
        Kelvin t = Kelvin.of(300);
        return new CampaignPlan(
                "shell",
                1,
                CampaignPlan.Phase.LIQUID,
                t,
                new ReplicaPlan(List.of(t), 2, 0, run, 1, run, Optional.empty(), Optional.empty()),
                new ProposalPlan(List.of(t), 4, 2, 1000, 10, Minimisation.TIGHT, Optional.empty()),
                new LearningPlan(10, true, Optional.empty(), 3, 0, Optional.empty()),
                Spending.none(),
                RetryPlan.none(),
                Optional.empty(),
                BudgetPlan.none());
    }

    private Workplaces places() {
        return places(Duration.ofSeconds(20));
    }

    Workplaces places(Duration limit) {
        return Workplaces.of(place(METHOD, script, limit, slots));
    }

    private Workplace place(Method method, String script, Duration limit, int slots) {
        return new Workplace(
                new Shell(method, script), new LocalLauncher(), limit, plan.retries(), slots, stalledAfter);
    }

    /** A runner; a second one is what a person gets who resumes after the first died. */
    JobRunner runner() {
        return runner(places());
    }

    /** One with a second code of one slot. */
    JobRunner runnerWithSecond(String secondScript) {
        Workplaces places = places();
        return runner(
                new Workplaces(places.own(), Optional.of(place(SECOND, secondScript, Duration.ofSeconds(20), 1))));
    }

    /** One with a second code that labels up to so many structures in one run. */
    JobRunner runnerWithMany(String secondScript, int most, int secondSlots) {
        Workplace second = new Workplace(
                new ManyShell(SECOND, secondScript, most),
                new LocalLauncher(),
                Duration.ofSeconds(20),
                plan.retries(),
                secondSlots,
                stalledAfter);
        return runner(new Workplaces(places().own(), Optional.of(second)));
    }

    /** Structures that wait for the second code. */
    void audits(int count) {
        StoredFile file = files.writeFrames("specimens/x.extxyz", List.of(new XyzFrame(ATOM)));
        store.inTransaction(tx -> {
            for (int id = 1; id <= count; id++) {
                Kelvin t = Kelvin.of(300);
                tx.specimens().insert(new Specimen(id, Specimen.Origin.CELL, 1, t, null, null, 1, file));
                tx.jobs().enqueue(Subject.specimen(id), Step.AUDIT);
            }
            return null;
        });
    }

    /** The same, which the campaign's own code has labelled: what the second one says of them can be recorded. */
    void auditsToRecord(int count) {
        audits(count);
        for (int id = 1; id <= count; id++) {
            Specimen specimen = specimen(id);
            Label own = new Label(0, new double[3], new double[0]);
            StoredFile file = files.writeFrames(
                    "specimens/own-" + id + ".extxyz",
                    List.of(FrameCodec.encode(new Frame(ATOM, specimen.temperature(), own), METHOD)));
            store.inTransaction(tx -> {
                tx.jobs().enqueue(specimen.subject(), Step.LABEL);
                Job label = tx.jobs().claim(Step.LABEL, 1, null).get(0);
                tx.jobs().end(label, Job.State.DONE, null, null, METHOD, new Effort(Duration.ofSeconds(1), 1));
                tx.specimens().label(specimen.id(), By.OWN, METHOD, label.id(), 0, file);
                return null;
            });
        }
    }

    private Specimen specimen(int id) {
        return store.inTransaction(tx -> tx.specimens().find(id).orElseThrow());
    }

    private JobRunner runner(Workplaces places) {
        present.ifPresent(dead -> store.inTransaction(tx -> {
            tx.runners().ended(dead.id());
            return null;
        }));
        Presence presence = Presence.signIn(store, new Orphans(store, dir, places), slots);
        present = Optional.of(presence);
        return new JobRunner(
                store,
                presence.id(),
                dir,
                new Tasks(plan, store, files),
                new Progress(plan, store),
                places,
                budget(),
                meter);
    }

    Budget budget() {
        return new Budget(plan.budget(), store, meter);
    }

    void record(FinishedJob done) {
        new Recorder(plan, store, files)
                .record(done.job(), done.method(), done.outcome(), new Ran(done.took(), done.left(), done.asOne()));
    }

    /** The whole of it, leading; closes the store when it is closed. */
    public Campaign campaign() {
        JobRunner jobs = runner();
        Campaign campaign = new Campaign(new Wiring(
                plan,
                store,
                files,
                new NoModels(),
                new NoModels()::proposer,
                Optional.empty(),
                new NetworkTrainer(new LocalProcesses(new LocalLauncher()), TrainerJvm.ofThisOne()),
                (atRest, cutoffAngstrom) -> {
                    throw new AssertionError("nothing is trained here");
                },
                jobs,
                structure -> new double[] {structure.size()},
                mean -> new PatternFit(mean, 1, 0, 0.1, OptionalDouble.empty(), OptionalDouble.empty()),
                present.orElseThrow(),
                meter,
                new WorkTidying(store, files, WorkConfig.Policy.KEEP),
                () -> new RouteLog(dir.resolve("route.log"), store, false, event -> {}),
                Optional.empty(),
                Duration.ZERO,
                Optional.empty()));
        campaign.lead();
        return campaign;
    }

    record Shell(Method method, String script) implements Code {

        @Override
        public Command prepare(Task task, String token, Path workDir) throws IOException {
            if (script.isEmpty()) {
                throw new IllegalArgumentException("there is no script for " + task);
            }
            return new Command(List.of("bash", "-c", script));
        }

        @Override
        public Outcome read(Task task, String token, Path workDir, Finished run) {
            return run.succeeded()
                    ? new Outcome.Done(new Result.Minimised(new InherentStructure(task.start(), -1, 0)))
                    : new Outcome.Failed(run.cause().orElse(Cause.BAD_EXIT), run.inWords(), workDir);
        }
    }

    private static final class NoModels implements ModelRuntime {
        @Override
        public ForceModel open(Path modelFolder) {
            throw new IllegalArgumentException("no model here");
        }

        @Override
        public java.util.Optional<ForceModel> openNetwork(Path modelFolder) {
            throw new IllegalArgumentException("no model here");
        }

        @Override
        public Proposer proposer(Path modelFolder) {
            throw new IllegalArgumentException("no model here");
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
