package org.nocturne.routes.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.store.CandidateTable.Candidate;
import org.nocturne.learning.store.FrameTable.LabelledFrame;
import org.nocturne.learning.store.SubjectTable.Basin;

/** Energies at one temperature of the candidates of one round in meV per atom above the inherent structure the campaign works around. */
public record RoundEnergies(int round, Distribution proposal, Distribution thermal, Distribution inherent) {

    static List<RoundEnergies> of(CampaignRecord record, int atoms, Kelvin t) {
        return of(record.basins(), record.candidates(), record.thermalFrames(), atoms, t);
    }

    /**
     * By round, in rising order.
     *
     * @param basins the first with an inherent structure gives the zero
     * @param frames of the candidates, labelled
     */
    public static List<RoundEnergies> of(
            List<Basin> basins, List<Candidate> candidates, List<LabelledFrame> frames, int atoms, Kelvin t) {
        double zero = inherentEnergyEv(basins);
        Map<Integer, Double> thermal =
                frames.stream().collect(Collectors.toMap(f -> f.subject().id(), LabelledFrame::energyEv, (a, b) -> b));
        Map<Integer, List<Candidate>> rounds = new TreeMap<>();
        candidates.stream().filter(c -> c.temperature().equals(t)).forEach(c -> rounds.computeIfAbsent(
                        c.round(), r -> new ArrayList<>())
                .add(c));
        List<RoundEnergies> out = new ArrayList<>();
        rounds.forEach((round, members) -> out.add(new RoundEnergies(
                round,
                above(zero, atoms, members.stream().map(Candidate::proposalEnergyEv)),
                above(zero, atoms, members.stream().map(c -> thermal.get(c.id()))),
                above(zero, atoms, members.stream().map(Candidate::inherentEnergyEv)))));
        return out;
    }

    /** The MD that judges, on the same scale. */
    static Distribution reference(CampaignRecord record, int atoms, Kelvin t) {
        return reference(record.basins(), record.referenceFrames(), atoms, t);
    }

    /** @param frames of the reference replicas, labelled */
    public static Distribution reference(List<Basin> basins, List<LabelledFrame> frames, int atoms, Kelvin t) {
        return above(
                inherentEnergyEv(basins),
                atoms,
                frames.stream().filter(f -> f.temperature().equals(t)).map(LabelledFrame::energyEv));
    }

    /** Energy of the inherent structure the campaign works around; NaN while there is none. */
    private static double inherentEnergyEv(List<Basin> basins) {
        return basins.stream()
                .filter(b -> b.inherent() != null)
                .mapToDouble(Basin::energyEv)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static Distribution above(double zeroEv, int atoms, java.util.stream.Stream<Double> energiesEv) {
        return Distribution.of(energiesEv
                .filter(Objects::nonNull)
                .mapToDouble(e -> 1000 * (e - zeroEv) / atoms)
                .filter(Double::isFinite)
                .toArray());
    }
}
