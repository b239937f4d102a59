package org.nocturne.learning.loop;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.port.Comparison;
import org.nocturne.core.port.Variation;
import org.nocturne.core.spectrum.PatternFit;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.ledger.Judgement;
import org.nocturne.learning.ledger.Verdict;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Store;

/**
 * Looks at the whole ensemble after a round: its mean pattern against the target, and at each temperature its spread against that of MD,
 * both for the proposals as they were and for the thermal frames after the code's steps.
 */
public final class Assessment {
    public static final String PROPOSAL = "proposal";
    public static final String THERMAL = "thermal";

    private final CampaignPlan plan;
    private final Store store;
    private final CampaignFiles files;
    private final Comparison comparison;
    private final CrystalAssessment crystal;
    private final LiquidAssessment liquid;
    private final GlassAssessment glass;
    private final Optional<VariantMeasure> measure;

    /**
     * Of a campaign.
     *
     * @param variation by which variants are compared with their parents; empty where nothing is a variant
     * @param frozen folder of the reference to judge by; empty where the campaign's own reference replicas judge
     */
    public Assessment(
            CampaignPlan plan,
            Store store,
            CampaignFiles files,
            Comparison comparison,
            Optional<Variation> variation,
            Optional<Path> frozen) {
        this.measure = variation.map(v -> new VariantMeasure(store, files, v));
        int newest = plan.proposals().judged();
        this.crystal = new CrystalAssessment(store, files, newest, frozen);
        this.liquid = new LiquidAssessment(store, files, newest, frozen);
        this.glass = new GlassAssessment(store, files, newest, frozen);
        this.plan = plan;
        this.store = store;
        this.files = files;
        this.comparison = comparison;
    }

    /** Assesses after a round and keeps the ledger; returns its lines. */
    public synchronized List<Judgement> assess(int round) {
        Mean mean = store.inTransaction(tx -> {
            Mean of = new Mean();
            tx.patterns().forEach(of::add);
            return of;
        });
        @Nullable PatternFit fit = mean.count == 0 ? null : comparison.fit(mean.value());
        List<Judgement> lines = judge();
        measure.ifPresent(VariantMeasure::measureWhatIsMissing);
        store.inTransaction(tx -> {
            int id = tx.ledger()
                    .insert(
                            round,
                            mean.count,
                            fit == null ? null : fit.rwp(),
                            fit == null || fit.reducedChiSquare().isEmpty()
                                    ? null
                                    : fit.reducedChiSquare().getAsDouble(),
                            fit == null || fit.rMinusOne().isEmpty()
                                    ? null
                                    : fit.rMinusOne().getAsDouble());
            lines.forEach(line -> tx.ledger().insert(id, LedgerRows.row(line)));
            Map<Kelvin, Integer> frames = tx.frames().labelledByTemperature();
            for (Kelvin t : Temperatures.of(plan, tx)) {
                List<Judgement> there =
                        lines.stream().filter(l -> l.temperature().equals(t)).toList();
                Fields fields = fields(round, t, frames.getOrDefault(t, 0), fit, there);
                VariantFigures.of(tx.variants().all()).ifPresent(figures -> figures.tell(fields));
                tx.events().append(Event.Level.INFO, "assess", fields.map());
            }
            return null;
        });
        return lines;
    }

    /** The pattern is that of the target, and said at its temperature alone. */
    private Fields fields(int round, Kelvin t, int frames, @Nullable PatternFit fit, List<Judgement> lines) {
        Fields fields = Fields.of(plan).with("round", round).temperature(t).with("frames", frames);
        if (fit != null && t.equals(plan.temperature())) {
            fields.number("Rwp", "%.4f", fit.rwp());
            fit.reducedChiSquare().ifPresent(chi2 -> fields.number("chi2", "%.3f", chi2));
            fit.rMinusOne().ifPresent(r -> fields.number("R(S-1)", "%.4f", r));
        }
        for (Verdict verdict : Verdict.values()) {
            fields.with(
                    verdict.word(),
                    lines.stream().filter(l -> l.verdict() == verdict).count());
        }
        lines.stream()
                .filter(l -> l.verdict() != Verdict.UNDECIDED) // chance alone puts these far out
                .max(Comparator.comparingDouble(Judgement::deviation))
                .ifPresent(worst -> fields.said(
                        "worst",
                        String.format(
                                Locale.ROOT,
                                "%s %s, %.2f of its band",
                                worst.stage(),
                                worst.name(),
                                worst.deviation())));
        return fields;
    }

    private List<Judgement> judge() {
        Optional<Basin> basin = Basin.of(store, files);
        if (basin.isEmpty()) {
            return List.of();
        }
        return switch (plan.phase()) {
            case CRYSTAL -> crystal.judge(basin.get(), store.inTransaction(tx -> Temperatures.of(plan, tx)));
            case LIQUID -> liquid.judge(basin.get(), plan.temperature());
            case GLASS -> glass.judge(basin.get(), plan.temperature());
        };
    }

    /** Of patterns that are handed in one by one. */
    private static final class Mean {
        private int count;
        private double[] sum = new double[0];

        void add(double[] pattern) {
            sum = count == 0 ? new double[pattern.length] : sum;
            for (int k = 0; k < sum.length; k++) {
                sum[k] += pattern[k];
            }
            count++;
        }

        double[] value() {
            return Arrays.stream(sum).map(s -> s / count).toArray();
        }
    }
}
