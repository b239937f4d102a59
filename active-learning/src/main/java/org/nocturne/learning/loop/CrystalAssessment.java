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
import org.nocturne.learning.ensemble.Ensemble;
import org.nocturne.learning.ensemble.KeptConfiguration;
import org.nocturne.learning.ensemble.Probe;
import org.nocturne.learning.ensemble.Reference;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.ledger.Judgement;
import org.nocturne.learning.ledger.VarianceLedger;
import org.nocturne.learning.reference.FrozenReference;
import org.nocturne.learning.store.CandidateTable.Candidate;
import org.nocturne.learning.store.FrameTable.LabelledFrame;
import org.nocturne.learning.store.Store;

/**
 * Judges the candidates of a crystal at each temperature by the campaign's references, as proposed and as thermal frames. Proposals are judged by the
 * model that made the newest of them there, so that an old model's faults do not weigh on its successor; thermal frames without those of older models
 * that are found wrong, since some steps of the code do not heal every fault. Each frame is measured once; of more than a given number the newest are
 * judged, so that what is kept and compared in pairs does not grow with the nights.
 */
final class CrystalAssessment {
    private final Store store;
    private final CampaignFiles files;
    private final int newest;
    private final Optional<Path> frozen;
    private @Nullable References references;
    /** By candidate, those that are judged now: what has left the newest is never asked for again. */
    private final Map<Integer, KeptConfiguration> proposed = new HashMap<>();

    private final Map<Integer, KeptConfiguration> relaxed = new HashMap<>();
    private final FoundWrong foundWrong;

    /**
     * @param newest so many of them are judged at each temperature
     * @param frozen folder of the reference to judge by; empty where the campaign's own reference replicas judge
     */
    CrystalAssessment(Store store, CampaignFiles files, int newest, Optional<Path> frozen) {
        this.newest = newest;
        this.store = store;
        this.files = files;
        this.frozen = frozen;
        this.foundWrong = new FoundWrong(store, newest);
    }

    /** The lines at these temperatures; none where there is nothing to judge by yet. */
    List<Judgement> judge(Basin basin, List<Kelvin> temperatures) {
        References known = references == null
                ? new References(store, files, basin.inherent(), temperatures.get(0), frozen.map(FrozenReference::read))
                : references;
        references = known;
        Set<Integer> proposals = new HashSet<>();
        Set<Integer> frames = new HashSet<>();
        List<Judgement> out = new ArrayList<>();
        for (Kelvin t : temperatures) {
            Optional<Reference> reference = known.at(t);
            if (reference.isEmpty()) {
                continue;
            }
            List<Candidate> proposal = store.inTransaction(tx -> tx.candidates().newestProposed(t, newest));
            proposal.forEach(candidate -> proposals.add(candidate.id()));
            Optional<Ensemble> training = Optional.of(known.training());
            Set<Integer> wrong = foundWrong.at(
                    t,
                    reference.get().source(),
                    proposal,
                    older -> VarianceLedger.judge(
                            Assessment.PROPOSAL, t, proposals(known.probe(), older), reference.get(), training));
            List<LabelledFrame> right = thermalFrames(basin, t, wrong);
            boolean enough = right.size() >= VarianceLedger.FEWEST_SAMPLES; // until then all count, as before
            List<LabelledFrame> thermal = enough ? right : thermalFrames(basin, t, Set.of());
            thermal.forEach(frame -> frames.add(frame.subject().id()));
            out.addAll(VarianceLedger.judge(
                    Assessment.PROPOSAL, t, proposals(known.probe(), proposal), reference.get(), training));
            VarianceLedger.judge(Assessment.THERMAL, t, thermal(known.probe(), thermal), reference.get(), training)
                    .forEach(line ->
                            out.add(enough && !wrong.isEmpty() ? line.adding(FoundWrong.describe(wrong)) : line));
        }
        proposed.keySet().retainAll(proposals);
        relaxed.keySet().retainAll(frames);
        return out;
    }

    private List<LabelledFrame> thermalFrames(Basin basin, Kelvin t, Set<Integer> without) {
        return store.inTransaction(tx -> tx.frames().newestOfCandidates(basin.methodId(), t, without, newest));
    }

    private Ensemble proposals(Probe probe, List<Candidate> candidates) {
        Ensemble out = new Ensemble(probe);
        candidates.forEach(
                candidate -> out.add(proposed.computeIfAbsent(candidate.id(), id -> proposal(probe, candidate))
                        .configuration()));
        return out;
    }

    private Ensemble thermal(Probe probe, List<LabelledFrame> frames) {
        TrainingData data = new TrainingData(store, files);
        Ensemble out = new Ensemble(probe);
        frames.forEach(frame -> out.add(relaxed.computeIfAbsent(
                        frame.subject().id(),
                        id -> new KeptConfiguration(
                                probe.measure(data.read(frame).structure(), frame.energyEv())))
                .configuration()));
        return out;
    }

    private KeptConfiguration proposal(Probe probe, Candidate candidate) {
        Structure structure = files.readFrames(candidate.proposal()).get(0).structure();
        return new KeptConfiguration(probe.measure(structure, Objects.requireNonNull(candidate.proposalEnergyEv())));
    }
}
