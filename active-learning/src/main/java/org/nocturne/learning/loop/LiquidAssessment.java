package org.nocturne.learning.loop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.ensemble.EnergyFluctuation;
import org.nocturne.learning.ensemble.LiquidConfiguration;
import org.nocturne.learning.ensemble.LiquidProbe;
import org.nocturne.learning.ensemble.LiquidReference;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.files.SeriesCodec;
import org.nocturne.learning.ledger.Judgement;
import org.nocturne.learning.ledger.LiquidLedger;
import org.nocturne.learning.reference.FrozenLiquid;
import org.nocturne.learning.store.FrameTable.LabelledFrame;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.SubjectTable.Replica;

/**
 * Judges the candidates of a liquid by a frozen reference or by the campaign's own reference replicas. Only what they have become is judged: as
 * proposed they are frames of the library. Each frame is measured once.
 */
final class LiquidAssessment {
    private final Store store;
    private final CampaignFiles files;
    private final int newest;
    private final Optional<Path> frozen;
    private final Map<Long, LiquidConfiguration> measured = new HashMap<>();
    private final Set<Long> asked = new HashSet<>();
    private @Nullable LiquidProbe probe;
    private @Nullable FrozenLiquid read;

    /**
     * @param newest so many of them are judged
     * @param frozen folder of the reference to judge by; empty where the campaign's own reference replicas judge
     */
    LiquidAssessment(Store store, CampaignFiles files, int newest, Optional<Path> frozen) {
        this.newest = newest;
        this.store = store;
        this.files = files;
        this.frozen = frozen;
    }

    /** The lines at a temperature; none before there is something to judge by. */
    List<Judgement> judge(Basin basin, Kelvin temperature) {
        asked.clear();
        TrainingData data =
                new TrainingData(store, files); // keeps the files that it has opened, and is let go of again
        Optional<LiquidReference> reference = frozen.isPresent()
                ? frozen.map(dir -> frozen(dir).at(temperature))
                : ofReplicas(data, basin, temperature);
        List<Judgement> lines = reference
                .map(md -> LiquidLedger.judge(Assessment.THERMAL, temperature, candidates(data, md.probe(), basin), md))
                .orElse(List.of());
        measured.keySet().retainAll(asked);
        return lines;
    }

    private FrozenLiquid frozen(Path dir) {
        FrozenLiquid known = read == null ? FrozenLiquid.read(dir) : read;
        read = known;
        return known;
    }

    private Optional<LiquidReference> ofReplicas(TrainingData data, Basin basin, Kelvin temperature) {
        List<Replica> done = store.inTransaction(tx -> tx.subjects().replicas()).stream()
                .filter(r -> r.role() == Role.REFERENCE && r.series() != null)
                .toList();
        Map<Kelvin, List<double[]>> energies = new TreeMap<>();
        done.forEach(r -> energies.computeIfAbsent(r.temperature(), t -> new ArrayList<>())
                .add(SeriesCodec.energiesAbove(
                        basin.inherent().energyEv(), files.readText(Objects.requireNonNull(r.series())))));
        List<double[]> mine = energies.get(temperature);
        if (mine == null) {
            return Optional.empty();
        }
        LiquidProbe known = probe == null ? new LiquidProbe(basin.inherent()) : probe;
        probe = known;
        Map<Integer, List<LiquidConfiguration>> byReplica = new TreeMap<>();
        done.stream()
                .filter(r -> r.temperature().equals(temperature))
                .forEach(r -> byReplica.put(r.id(), new ArrayList<>()));
        for (LabelledFrame frame : data.select(basin.methodId(), Role.REFERENCE)) {
            List<LiquidConfiguration> replica = byReplica.get(frame.subject().id());
            if (replica != null) {
                replica.add(measured(data, known, frame));
            }
        }
        return Optional.of(new LiquidReference(
                known,
                List.copyOf(byReplica.values()),
                mine,
                EnergyFluctuation.at(temperature, energies),
                "MD at " + temperature + ", " + mine.size() + " replicas of " + mine.get(0).length + " energies"));
    }

    private List<LiquidConfiguration> candidates(TrainingData data, LiquidProbe by, Basin basin) {
        return store.inTransaction(tx -> tx.frames().newestOfCandidates(basin.methodId(), null, newest)).stream()
                .map(f -> measured(data, by, f))
                .toList();
    }

    private LiquidConfiguration measured(TrainingData data, LiquidProbe by, LabelledFrame frame) {
        asked.add(frame.id());
        return measured.computeIfAbsent(
                frame.id(), id -> by.measure(data.read(frame).structure(), frame.energyEv()));
    }
}
