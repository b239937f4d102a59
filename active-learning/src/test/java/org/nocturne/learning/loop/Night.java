package org.nocturne.learning.loop;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.NeighbourList;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Frame;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.core.work.Label;
import org.nocturne.core.work.Method;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Step;
import org.nocturne.core.work.Task;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.ModelTable.Model;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.Transaction;

/** A campaign on 64 silicon atoms held by springs, in a true store and a true folder; every answer of the code is given by the test. */
final class Night implements AutoCloseable {
    static final int FRAMES = 4;
    static final Method METHOD = new Method("springs", "1", "nearest neighbours", "");
    static final Instant DUSK = Instant.parse("2026-11-21T22:00:00Z");
    static final Structure CRYSTAL = diamond();
    private static final double INHERENT_EV = -277.5;
    private static final Duration TOOK = Duration.ofMillis(1500);

    private final Path dir;
    final CampaignPlan plan;
    final CampaignFiles files;
    Store store;
    private Instant now = DUSK;

    Night(Path dir, Plans plans) {
        this.dir = dir;
        this.plan = plans.plan();
        this.files = new CampaignFiles(dir);
        this.store = open();
    }

    static Night begun(Path dir, Plans plans) {
        Night night = new Night(dir, plans);
        new Bootstrap(night.plan, night.store, night.files).begin(CRYSTAL, "name: night\n", "ab".repeat(32));
        return night;
    }

    Optional<Job> oldestPending(Step step) {
        return ask(tx -> tx.jobs().all()).stream()
                .filter(job -> job.step() == step && job.state() == Job.State.PENDING)
                .findFirst();
    }

    /** Begun, minimised, and every replica sampled. */
    static Night sampled(Path dir, Plans plans) {
        Night night = begun(dir, plans);
        night.minimised();
        while (night.oldestPending(Step.REPLICA).isPresent()) {
            night.sampled();
        }
        return night;
    }

    private Store open() {
        return Store.open(Store.urlInside(dir), "sa", "", Clock.fixed(now, ZoneOffset.UTC));
    }

    void reopen() {
        store.close();
        store = open();
    }

    /** The same night, opened again after a while. */
    void later(Duration by) {
        now = now.plus(by);
        reopen();
    }

    <R> R ask(Function<Transaction, R> question) {
        return store.inTransaction(question);
    }

    int count(ToIntFunction<Transaction> question) {
        return store.inTransaction(question::applyAsInt);
    }

    <R> List<R> list(Function<Transaction, List<R>> question) {
        return store.inTransaction(question);
    }

    <R> Optional<R> find(Function<Transaction, Optional<R>> question) {
        return store.inTransaction(question);
    }

    Map<String, Integer> states() {
        return ask(tx -> tx.tally().candidatesByState());
    }

    Progress progress() {
        return new Progress(plan, store);
    }

    Task task(Job job) {
        return new Tasks(plan, store, files).of(job);
    }

    Job claim(Step step) {
        return ask(tx -> tx.jobs().claim(step, 1, null)).get(0);
    }

    boolean record(Job job, Outcome outcome) {
        return record(job, METHOD, outcome);
    }

    boolean record(Job job, Method method, Outcome outcome) {
        return new Recorder(plan, store, files).record(job, method, outcome, Ran.cleanly(TOOK));
    }

    void minimised() {
        record(claim(Step.MINIMISE), minimum());
    }

    void sampled() {
        sampled(METHOD);
    }

    void sampled(Method method) {
        Job job = claim(Step.REPLICA);
        record(job, method, frames(job.id()));
    }

    void failed(Step step, Cause cause) {
        Job job = claim(step);
        record(job, failure(job, cause));
    }

    /** Proposes the crystal itself. */
    void proposed() {
        new Proposals(plan, store, files).propose((t, random) -> CRYSTAL, null);
    }

    void relaxed() {
        Job job = claim(Step.RELAX);
        record(job, relaxation(job.id()));
    }

    void labelled() {
        Job job = claim(Step.LABEL);
        record(job, label(job.id()));
    }

    /** One candidate of this version all the way. */
    void candidateOf(int version) {
        new Proposals(plan, store, files).propose((t, random) -> CRYSTAL, version);
        relaxed();
        labelled();
    }

    /** One candidate all the way. */
    void candidate() {
        proposed();
        relaxed();
        labelled();
    }

    void promote(int version, int frames) {
        model(version, frames, "promoted");
    }

    void model(int version, int frames, String verdict) {
        ask(tx -> {
            String hash = String.format("%064d", version);
            tx.models()
                    .insert(new Model(
                            version,
                            "models/v" + version,
                            hash,
                            hash,
                            frames,
                            "labels",
                            0.1,
                            null,
                            verdict,
                            "so",
                            DUSK));
            return null;
        });
    }

    void assessed(int round) {
        ask(tx -> tx.ledger().insert(round, 0, null, null, null));
    }

    List<Event> events() {
        return ask(tx -> tx.events().after(0, 1000));
    }

    Event lastEvent() {
        List<Event> all = events();
        return all.get(all.size() - 1);
    }

    static Outcome minimum() {
        return new Outcome.Done(new Result.Minimised(new InherentStructure(CRYSTAL, INHERENT_EV, 1e-6)));
    }

    static Outcome frames(long seed) {
        List<Frame> frames = new ArrayList<>();
        double[] energies = new double[5 * FRAMES];
        double[] temperatures = new double[5 * FRAMES];
        for (int k = 0; k < FRAMES; k++) {
            frames.add(frame(100 * seed + k));
        }
        for (int k = 0; k < energies.length; k++) {
            energies[k] = INHERENT_EV + 2 + 0.1 * (k % 3);
            temperatures[k] = 300;
        }
        return new Outcome.Done(new Result.Sampled(frames, energies, temperatures));
    }

    static Outcome relaxation(long seed) {
        return new Outcome.Done(new Result.Relaxed(
                INHERENT_EV + 3, frame(seed), new InherentStructure(CRYSTAL, INHERENT_EV, 1e-6), 298));
    }

    static Outcome label(long seed) {
        return new Outcome.Done(new Result.Labelled(frame(seed).label()));
    }

    Outcome failure(Job job, Cause cause) {
        return new Outcome.Failed(cause, "step 12: \"temperature\"\n is NaN", dir.resolve(job.claimedWorkDir()));
    }

    static Frame frame(long seed) {
        double[] u = shaking(seed);
        double[] forces = springs(u);
        double energy = INHERENT_EV;
        for (int k = 0; k < u.length; k++) {
            energy -= u[k] * forces[k] / 2;
        }
        return new Frame(CRYSTAL.displaced(u), Kelvin.of(300), new Label(energy, forces, new double[0]));
    }

    private static double[] shaking(long seed) {
        Random random = new Random(seed);
        double[] u = new double[3 * CRYSTAL.size()];
        for (int k = 0; k < u.length; k++) {
            u[k] = 0.05 * random.nextGaussian();
        }
        return u;
    }

    /** Springs of 9 eV/angstrom^2 along and 2.5 across the bonds to the four nearest neighbours. */
    static double[] springs(double[] u) {
        NeighbourList neighbours = NeighbourList.of(CRYSTAL, 2.6);
        double[] out = new double[u.length];
        for (int i = 0; i < CRYSTAL.size(); i++) {
            for (int e = neighbours.first(i); e < neighbours.first(i + 1); e++) {
                int j = neighbours.neighbour(e);
                double r = neighbours.distance(e);
                double[] b = {neighbours.dx(e) / r, neighbours.dy(e) / r, neighbours.dz(e) / r};
                double along = 0;
                for (int k = 0; k < 3; k++) {
                    along += (u[3 * j + k] - u[3 * i + k]) * b[k];
                }
                for (int k = 0; k < 3; k++) {
                    out[3 * i + k] += 2.5 * (u[3 * j + k] - u[3 * i + k]) + 6.5 * along * b[k];
                }
            }
        }
        return out;
    }

    private static Structure diamond() {
        double[] xyz = {
            0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0, .25, .25, .25, .25, .75, .75, .75, .25, .75, .75, .75, .25
        };
        for (int k = 0; k < xyz.length; k++) {
            xyz[k] *= 5.431;
        }
        return new Structure(Cell.cubic(5.431), Collections.nCopies(8, Element.SI), xyz).repeated(2, 2, 2);
    }

    @Override
    public void close() {
        store.close();
    }
}
