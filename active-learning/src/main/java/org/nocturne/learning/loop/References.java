package org.nocturne.learning.loop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.learning.ensemble.EnergyCurve;
import org.nocturne.learning.ensemble.Ensemble;
import org.nocturne.learning.ensemble.Probe;
import org.nocturne.learning.ensemble.Reference;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.files.SeriesCodec;
import org.nocturne.learning.reference.FrozenReference;
import org.nocturne.learning.reference.SameInherent;
import org.nocturne.learning.store.FrameTable.LabelledFrame;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.SubjectTable.Replica;

/** The MD by which a campaign is judged: its own reference replicas, read once each and kept, or a frozen reference made elsewhere. */
final class References {
    private final Store store;
    private final CampaignFiles files;
    private final InherentStructure inherent;
    private final Probe probe;
    private final Map<Integer, double[]> seriesOf = new HashMap<>();
    private final Map<Integer, Ensemble> framesOf = new TreeMap<>();
    private final Ensemble training;

    private final Optional<FrozenReference> frozen;

    /**
     * @param inherent of the campaign
     * @param temperature one of those at which it proposes
     * @param frozen a reference made elsewhere, which then judges alone
     */
    References(
            Store store,
            CampaignFiles files,
            InherentStructure inherent,
            Kelvin temperature,
            Optional<FrozenReference> frozen) {
        this.store = store;
        this.files = files;
        this.inherent = inherent;
        this.frozen = frozen;
        this.probe = frozen.map(f -> f.probe(temperature))
                .orElseGet(() -> new Probe(inherent.structure(), inherent.energyEv()));
        this.training = new Ensemble(probe);
    }

    /**
     * The reference at a temperature; empty until its first replica is done.
     *
     * @throws IllegalArgumentException if one made elsewhere has no MD there, or was made around another inherent structure
     */
    Optional<Reference> at(Kelvin temperature) {
        return frozen.isPresent() ? frozen.map(f -> frozen(f, temperature)) : ofReplicas(temperature);
    }

    private Reference frozen(FrozenReference made, Kelvin temperature) {
        SameInherent.require(inherent.structure(), made.inherent(temperature));
        return made.at(temperature);
    }

    private Optional<Reference> ofReplicas(Kelvin temperature) {
        List<Replica> done = store.inTransaction(tx -> tx.subjects().replicas()).stream()
                .filter(r -> r.series() != null)
                .toList();
        List<Replica> mine = done.stream()
                .filter(r -> r.role() == Role.REFERENCE && r.temperature().equals(temperature))
                .toList();
        if (mine.isEmpty()) {
            return Optional.empty();
        }
        loadFrames();
        List<double[]> energies = mine.stream().map(this::series).toList();
        int steps = energies.stream().mapToInt(e -> e.length).sum();
        String source = "MD at " + temperature + ", " + mine.size() + " replicas, " + steps + " energies";
        List<Ensemble> frames = mine.stream()
                .map(r -> Objects.requireNonNull(framesOf.get(r.id())))
                .toList();
        return Optional.of(new Reference(frames, energies, curve(done), source));
    }

    Probe probe() {
        return probe;
    }

    /** The frames of the training replicas, which the generator has learned from whatever else it has. */
    Ensemble training() {
        TrainingData data = new TrainingData(store, files);
        List<LabelledFrame> frames = store.inTransaction(tx -> tx.frames().of(Role.TRAINING));
        for (LabelledFrame frame : frames.subList(training.size(), frames.size())) {
            training.add(data.read(frame).structure(), frame.energyEv());
        }
        return training;
    }

    private EnergyCurve curve(List<Replica> done) {
        Map<Kelvin, List<double[]>> byTemperature = new TreeMap<>();
        for (Replica replica : done) {
            byTemperature
                    .computeIfAbsent(replica.temperature(), t -> new ArrayList<>())
                    .add(series(replica));
        }
        return EnergyCurve.of(inherent.structure().size(), byTemperature);
    }

    private double[] series(Replica replica) {
        return seriesOf.computeIfAbsent(
                replica.id(),
                id -> SeriesCodec.energiesAbove(
                        inherent.energyEv(), files.readText(Objects.requireNonNull(replica.series()))));
    }

    private void loadFrames() {
        TrainingData data = new TrainingData(store, files);
        List<LabelledFrame> frames = store.inTransaction(tx -> tx.frames().of(Role.REFERENCE));
        Map<Integer, Ensemble> fresh = new TreeMap<>();
        for (LabelledFrame frame : frames) {
            int replica = frame.subject().id();
            if (!framesOf.containsKey(replica)) {
                fresh.computeIfAbsent(replica, r -> new Ensemble(probe))
                        .add(data.read(frame).structure(), frame.energyEv());
            }
        }
        framesOf.putAll(fresh);
    }
}
