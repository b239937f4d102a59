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
import org.jspecify.annotations.Nullable;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.learning.ensemble.GlassConfiguration;
import org.nocturne.learning.ensemble.GlassProbe;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.ledger.GlassLedger;
import org.nocturne.learning.ledger.Judgement;
import org.nocturne.learning.reference.FrozenGlass;
import org.nocturne.learning.reference.SameInherent;
import org.nocturne.learning.store.CandidateTable.Candidate;
import org.nocturne.learning.store.FrameTable.LabelledFrame;
import org.nocturne.learning.store.Store;

/**
 * Judges the candidates of a glass by a frozen reference of quenches: what they have become, each against the inherent structure that it falls to.
 * Each is measured once.
 */
final class GlassAssessment {
    private final Store store;
    private final CampaignFiles files;
    private final int newest;
    private final Optional<Path> frozen;
    private final Map<Integer, GlassConfiguration> measured = new HashMap<>();
    private @Nullable FrozenGlass read;

    /**
     * @param newest so many of them are judged
     * @param frozen folder of the reference to judge by; empty where nothing judges
     */
    GlassAssessment(Store store, CampaignFiles files, int newest, Optional<Path> frozen) {
        this.newest = newest;
        this.store = store;
        this.files = files;
        this.frozen = frozen;
    }

    /** The lines at a temperature; none where no reference is named. */
    List<Judgement> judge(Basin basin, Kelvin temperature) {
        if (frozen.isEmpty()) {
            return List.of();
        }
        FrozenGlass md = read == null ? FrozenGlass.read(frozen.get()) : read;
        read = md;
        SameInherent.requireSameCell(basin.inherent().structure(), md.start().structure());
        List<LabelledFrame> frames =
                store.inTransaction(tx -> tx.frames().newestOfCandidates(basin.methodId(), temperature, newest));
        TrainingData data = new TrainingData(store, files);
        Set<Integer> judged = new HashSet<>();
        List<GlassConfiguration> candidates = new ArrayList<>();
        for (LabelledFrame frame : frames) {
            int id = frame.subject().id();
            candidates.add(measured.computeIfAbsent(id, c -> measure(md.probe(), data, frame)));
            judged.add(id);
        }
        measured.keySet().retainAll(judged);
        return GlassLedger.judge(Assessment.THERMAL, temperature, candidates, md.at(temperature));
    }

    private GlassConfiguration measure(GlassProbe probe, TrainingData data, LabelledFrame frame) {
        Candidate candidate = store.inTransaction(
                        tx -> tx.candidates().find(frame.subject().id()))
                .orElseThrow();
        Structure bottom = files.readFrames(Objects.requireNonNull(candidate.inherent()))
                .get(0)
                .structure();
        double energy = Objects.requireNonNull(candidate.inherentEnergyEv());
        return probe.measure(data.read(frame).structure(), frame.energyEv(), new InherentStructure(bottom, energy, 0));
    }
}
