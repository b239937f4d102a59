package org.nocturne.learning.loop;

import java.util.List;
import java.util.stream.Collectors;
import org.nocturne.core.port.Comparison;
import org.nocturne.core.port.Observable;
import org.nocturne.core.spectrum.PatternFit;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.FrameTable.LabelledFrame;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.Store;

/** Computes the pattern of every labelled candidate frame at the target's temperature and keeps it. */
public final class Scoring {
    private final CampaignPlan plan;
    private final Store store;
    private final CampaignFiles files;
    private final Observable observable;
    private final Comparison comparison;

    public Scoring(CampaignPlan plan, Store store, CampaignFiles files, Observable observable, Comparison comparison) {
        this.plan = plan;
        this.store = store;
        this.files = files;
        this.observable = observable;
        this.comparison = comparison;
    }

    /** Scores what has not been scored yet; one transaction a frame. */
    public synchronized void scoreWhatIsMissing() {
        List<Long> missing = store.inTransaction(tx -> tx.patterns().missing(plan.temperature()));
        if (missing.isEmpty()) {
            return;
        }
        List<LabelledFrame> candidates = store.inTransaction(tx -> tx.frames().of(Role.CANDIDATE));
        var byId = candidates.stream().collect(Collectors.toMap(LabelledFrame::id, f -> f, (a, b) -> a));
        TrainingData data = new TrainingData(store, files);
        for (long id : missing) {
            LabelledFrame frame = byId.get(id);
            if (frame == null) {
                continue; // labelled a moment ago; the next call finds it
            }
            long begin = System.nanoTime();
            double[] pattern = observable.intensity(data.read(frame).structure());
            PatternFit fit = comparison.fit(pattern);
            double seconds = (System.nanoTime() - begin) / 1e9;
            store.inTransaction(tx -> {
                tx.patterns().insert(id, pattern);
                Fields fields = Fields.of(plan)
                        .subject(frame.subject())
                        .temperature(frame.temperature())
                        .number("Rwp", "%.4f", fit.rwp())
                        .number("took", "%.1fs", seconds);
                tx.events().append(Event.Level.INFO, "score", fields.map());
                return null;
            });
        }
    }
}
