package org.nocturne.learning.loop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.port.Comparison;
import org.nocturne.core.spectrum.PatternFit;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.learning.ensemble.Configuration;
import org.nocturne.learning.ensemble.Ensemble;
import org.nocturne.learning.ensemble.Probe;
import org.nocturne.learning.ensemble.Reference;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.ledger.Judgement;
import org.nocturne.learning.ledger.VarianceLedger;
import org.nocturne.learning.ledger.Verdict;
import org.nocturne.learning.reference.FrozenReference;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.FrameTable.LabelledFrame;
import org.nocturne.learning.store.LedgerTable;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.SubjectTable.Candidate;

/**
 * Looks at the whole ensemble after a round: its mean pattern against the target, and its spread against that of MD, both for the
 * proposals as they were and for the thermal frames after the code's steps. Proposals are judged by the model that made the newest of
 * them, so that an old model's faults do not weigh on its successor.
 */
public final class Assessment {
    public static final String PROPOSAL = "proposal";
    public static final String THERMAL = "thermal";

    private final CampaignPlan plan;
    private final Store store;
    private final CampaignFiles files;
    private final Comparison comparison;
    private final Optional<Path> frozen;
    private final LiquidAssessment liquid;
    private @Nullable References references;
    /** Measured once: proposals and thermal frames by candidate. */
    private final Map<Integer, Configuration> proposed = new HashMap<>();

    private final Map<Integer, Configuration> relaxed = new HashMap<>();

    /** @param frozen folder of the reference to judge by; empty where the campaign's own reference replicas judge */
    public Assessment(
            CampaignPlan plan, Store store, CampaignFiles files, Comparison comparison, Optional<Path> frozen) {
        this.frozen = frozen;
        this.liquid = new LiquidAssessment(store, files, frozen);
        this.plan = plan;
        this.store = store;
        this.files = files;
        this.comparison = comparison;
    }

    /** Assesses after a round and keeps the ledger; returns its lines. */
    public synchronized List<Judgement> assess(int round) {
        List<double[]> patterns = store.inTransaction(tx -> tx.patterns().all());
        @Nullable PatternFit fit = patterns.isEmpty() ? null : comparison.fit(mean(patterns));
        List<Judgement> lines = judge();
        store.inTransaction(tx -> {
            int id = tx.ledger()
                    .insert(
                            round,
                            patterns.size(),
                            fit == null ? null : fit.rwp(),
                            fit == null || fit.reducedChiSquare().isEmpty()
                                    ? null
                                    : fit.reducedChiSquare().getAsDouble(),
                            fit == null || fit.rMinusOne().isEmpty()
                                    ? null
                                    : fit.rMinusOne().getAsDouble());
            lines.forEach(line -> tx.ledger().insert(id, row(line)));
            tx.events()
                    .append(
                            Event.Level.INFO,
                            "assess",
                            fields(round, patterns.size(), fit, lines).map());
            return null;
        });
        return lines;
    }

    private Fields fields(int round, int frames, @Nullable PatternFit fit, List<Judgement> lines) {
        Fields fields = Fields.of(plan)
                .with("round", round)
                .temperature(plan.temperature())
                .with("frames", frames);
        if (fit != null) {
            fields.number("Rwp", "%.4f", fit.rwp());
            fit.reducedChiSquare().ifPresent(chi2 -> fields.number("chi2", "%.3f", chi2));
            fit.rMinusOne().ifPresent(r -> fields.number("R(S-1)", "%.4f", r));
        }
        for (Verdict verdict : Verdict.values()) {
            fields.with(
                    verdict.word(),
                    lines.stream().filter(l -> l.verdict() == verdict).count());
        }
        return fields;
    }

    private List<Judgement> judge() {
        Optional<Basin> basin = Basin.of(store, files);
        if (basin.isEmpty()) {
            return List.of();
        }
        return switch (plan.phase()) {
            case CRYSTAL -> crystal(basin.get());
            case LIQUID -> liquid.judge(basin.get(), plan.temperature());
            case GLASS -> List.of(); // its spread is that of many basins, and no line says that yet
        };
    }

    private List<Judgement> crystal(Basin basin) {
        InherentStructure inherent = basin.inherent();
        References known = references == null
                ? new References(store, files, inherent, plan.temperature(), frozen.map(FrozenReference::read))
                : references;
        references = known;
        Optional<Reference> reference = known.at(plan.temperature());
        if (reference.isEmpty()) {
            return List.of();
        }
        Optional<Ensemble> training = Optional.of(known.training());
        List<Judgement> out = new ArrayList<>();
        out.addAll(VarianceLedger.judge(
                PROPOSAL, plan.temperature(), proposals(known.probe()), reference.get(), training));
        Ensemble thermal = thermal(known.probe(), basin.methodId());
        out.addAll(VarianceLedger.judge(THERMAL, plan.temperature(), thermal, reference.get(), training));
        return out;
    }

    private Ensemble proposals(Probe probe) {
        Ensemble out = new Ensemble(probe);
        List<Candidate> candidates = store.inTransaction(tx -> tx.subjects().candidates()).stream()
                .filter(c -> c.proposalEnergyEv() != null)
                .toList();
        Integer newest = candidates.isEmpty()
                ? null
                : candidates.get(candidates.size() - 1).modelVersion();
        for (Candidate candidate : candidates) {
            if (Objects.equals(candidate.modelVersion(), newest)) {
                out.add(proposed.computeIfAbsent(candidate.id(), id -> proposal(probe, candidate)));
            }
        }
        return out;
    }

    private Ensemble thermal(Probe probe, String methodId) {
        TrainingData data = new TrainingData(store, files);
        Ensemble out = new Ensemble(probe);
        for (LabelledFrame frame : data.select(methodId, Role.CANDIDATE)) {
            out.add(relaxed.computeIfAbsent(
                    frame.subject().id(), id -> probe.measure(data.read(frame).structure(), frame.energyEv())));
        }
        return out;
    }

    private Configuration proposal(Probe probe, Candidate candidate) {
        Structure structure = files.readFrames(candidate.proposal()).get(0).structure();
        return probe.measure(structure, Objects.requireNonNull(candidate.proposalEnergyEv()));
    }

    private static double[] mean(List<double[]> patterns) {
        double[] out = new double[patterns.get(0).length];
        for (double[] pattern : patterns) {
            for (int k = 0; k < out.length; k++) {
                out[k] += pattern[k] / patterns.size();
            }
        }
        return out;
    }

    private static LedgerTable.Row row(Judgement line) {
        return new LedgerTable.Row(
                line.stage(),
                line.quantity().word(),
                line.part(),
                line.temperature(),
                line.estimate().value(),
                line.estimate().standardError(),
                line.low(),
                line.high(),
                line.quantity().bandLow(),
                line.quantity().bandHigh(),
                line.samples(),
                line.needed(),
                line.verdict().word(),
                line.source());
    }
}
