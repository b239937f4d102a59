package org.nocturne.learning.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.format.XyzValue;
import org.nocturne.core.port.ModelRuntime;
import org.nocturne.core.structure.Environment;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Step;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.FrameTable.LabelledFrame;
import org.nocturne.learning.store.Specimen;
import org.nocturne.learning.store.Specimen.Origin;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.StoredFile;
import org.nocturne.learning.store.Subject;
import org.nocturne.learning.store.Transaction;

/**
 * Takes specimens of a complete round for the second code: thermal frames as they are, small cells, environments of atoms. The seed and
 * the round fix which, so that a round whose commit was lost is taken the same way.
 */
public final class Audit {
    private final CampaignPlan plan;
    private final Store store;
    private final CampaignFiles files;
    private final Centres centres;

    /** @param models by which the force of the version in office is compared with labels, where atoms are chosen by that */
    public Audit(CampaignPlan plan, Store store, CampaignFiles files, ModelRuntime models) {
        this.plan = plan;
        this.store = store;
        this.files = files;
        this.centres = new Centres(plan, store, files, models);
    }

    /** One specimen with what is told of it. */
    private record Taken(Specimen specimen, int atoms, OptionalDouble miss) {}

    /**
     * Takes the specimens of a round, as many as it has frames for, and queues what is to be done first with each.
     *
     * @throws IllegalStateException if the campaign has no second code
     */
    public void take(int round) {
        AuditPlan audit = plan.audit()
                .orElseThrow(() -> new IllegalStateException("round " + round
                        + " cannot be audited: the campaign has no second code, its file no block audit"));
        RandomGenerator random = Proposals.generator(plan.seedOf("audit", round));
        List<LabelledFrame> labelled = labelled(round);
        int next = 1 + store.inTransaction(tx -> tx.specimens().count());
        List<Taken> taken = new ArrayList<>();
        for (LabelledFrame frame : Centres.some(labelled, audit.frames(), random)) {
            taken.add(frame(next + taken.size(), round, frame));
        }
        audit.cells().ifPresent(cells -> {
            for (int k = 0; k < cells.perRound(); k++) {
                taken.add(cell(next + taken.size(), round, cells));
            }
        });
        audit.environments().ifPresent(wanted -> {
            for (Centres.Centre centre : centres.of(labelled, wanted, random)) {
                taken.add(environment(next + taken.size(), round, wanted, centre));
            }
        });
        store.inTransaction(tx -> {
            taken.forEach(one -> commit(tx, one, audit.mostAtoms()));
            tx.specimens().roundIsDone(round);
            return null;
        });
    }

    /** Frames of a round's candidates, labelled by the campaign's own method, in the order of the candidates and not of their jobs. */
    private List<LabelledFrame> labelled(int round) {
        String method = Basin.of(store, files).orElseThrow().methodId();
        return store.inTransaction(tx -> tx.frames()
                .ofCandidates(
                        tx.candidates().firstOfRound(round), tx.candidates().firstOfRound(round + 1), method));
    }

    private Taken frame(int id, int round, LabelledFrame frame) {
        int atoms = structure(frame).size();
        int candidate = frame.subject().id();
        Specimen specimen =
                new Specimen(id, Origin.FRAME, round, frame.temperature(), candidate, null, atoms, frame.file());
        return new Taken(specimen, atoms, OptionalDouble.empty());
    }

    /** At the temperatures of the proposals in turn. */
    private Taken cell(int id, int round, AuditPlan.Cells cells) {
        List<Kelvin> all = store.inTransaction(tx -> Temperatures.of(plan, tx));
        Kelvin t = all.get(id % all.size());
        int atoms = cells.start().size();
        StoredFile file = write(id, cells.start(), t);
        return new Taken(
                new Specimen(id, Origin.CELL, round, t, null, null, atoms, file), atoms, OptionalDouble.empty());
    }

    private Taken environment(int id, int round, AuditPlan.Environments wanted, Centres.Centre centre) {
        Kelvin t = centre.frame().temperature();
        int candidate = centre.frame().subject().id();
        Environment environment = wanted.around(structure(centre.frame()), centre.atom());
        StoredFile file = write(id, wanted.toBeLabelled(environment), t);
        Specimen specimen =
                new Specimen(id, Origin.ENVIRONMENT, round, t, candidate, centre.atom(), environment.inner(), file);
        return new Taken(specimen, environment.cluster().size(), centre.miss());
    }

    private StoredFile write(int id, Structure structure, Kelvin temperature) {
        return files.writeFrames(
                "specimens/" + Subject.specimen(id).name() + ".extxyz",
                List.of(new XyzFrame(
                        structure, Map.of("temperature", new XyzValue.Real(temperature.value())), Map.of())));
    }

    private void commit(Transaction tx, Taken taken, int mostAtoms) {
        Specimen specimen = taken.specimen();
        tx.specimens().insert(specimen);
        Fields fields = Fields.of(plan)
                .with("round", specimen.round())
                .subject(specimen.subject())
                .temperature(specimen.temperature())
                .with("of", specimen.origin().word());
        Optional.ofNullable(specimen.candidate()).map(Subject::candidate).ifPresent(fields::subject);
        Optional.ofNullable(specimen.atom()).ifPresent(atom -> fields.with("atom", atom));
        fields.with("atoms", taken.atoms()).with("compared", specimen.compared());
        taken.miss().ifPresent(miss -> fields.number("miss", "%.3feV/A", miss));
        Step first = first(specimen);
        if (taken.atoms() > mostAtoms) {
            String why = specimen.inWords() + " has " + taken.atoms() + " atoms; the second code is given at most "
                    + mostAtoms;
            tx.jobs().insertFailed(specimen.subject(), first, Cause.BAD_INPUT, why);
            fields.word("failed").with("cause", Cause.BAD_INPUT).said("why", why);
            tx.events().append(Event.Level.WARN, "choose", fields.map());
            return;
        }
        if (specimen.origin() == Origin.FRAME) {
            Subject candidate = Subject.candidate(Objects.requireNonNull(specimen.candidate()));
            String method = tx.subjects().basins().get(0).methodId();
            tx.specimens().labelledAs(specimen.id(), tx.frames().idOf(candidate, 0), Objects.requireNonNull(method));
        }
        tx.jobs().enqueue(specimen.subject(), first);
        tx.events().append(Event.Level.INFO, "choose", fields.map());
    }

    /** What has to be done before anything else: the dear code is asked only about what the cheap one has labelled. */
    private static Step first(Specimen specimen) {
        return switch (specimen.origin()) {
            case FRAME -> Step.AUDIT;
            case CELL -> Step.REPLICA;
            case ENVIRONMENT -> Step.LABEL;
        };
    }

    private Structure structure(LabelledFrame frame) {
        return new TrainingData(store, files).read(frame).structure();
    }
}
