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

/** Energies at one temperature of the candidates of one round in meV per atom above the inherent structure the campaign works around. */
record RoundEnergies(int round, Distribution proposal, Distribution thermal, Distribution inherent) {

    static List<RoundEnergies> of(CampaignRecord record, int atoms, Kelvin t) {
        double zero = record.inherentEnergyEv();
        Map<Integer, Double> thermal = record.thermalFrames().stream()
                .collect(Collectors.toMap(f -> f.subject().id(), LabelledFrame::energyEv, (a, b) -> b));
        Map<Integer, List<Candidate>> rounds = new TreeMap<>();
        record.candidates().stream().filter(c -> c.temperature().equals(t)).forEach(c -> rounds.computeIfAbsent(
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
        return above(
                record.inherentEnergyEv(),
                atoms,
                record.referenceFrames().stream()
                        .filter(f -> f.temperature().equals(t))
                        .map(LabelledFrame::energyEv));
    }

    private static Distribution above(double zeroEv, int atoms, java.util.stream.Stream<Double> energiesEv) {
        return Distribution.of(energiesEv
                .filter(Objects::nonNull)
                .mapToDouble(e -> 1000 * (e - zeroEv) / atoms)
                .filter(Double::isFinite)
                .toArray());
    }
}
