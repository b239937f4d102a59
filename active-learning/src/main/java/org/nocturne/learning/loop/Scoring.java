package org.nocturne.learning.loop;

import java.util.List;
import org.nocturne.core.port.Comparison;
import org.nocturne.core.port.Observable;
import org.nocturne.core.spectrum.PatternFit;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.FrameTable.LabelledFrame;
import org.nocturne.learning.store.Store;

/** Computes the pattern of every labelled candidate frame at the target's temperature and keeps it. */
public final class Scoring {
    private final CampaignPlan plan;
    private final Store store;
    private final CampaignFiles files;
    private final Observable observable;
    private final Comparison comparison;
    /** Everything that a job up to this one has labelled, and none of them will label more, has its pattern. */
    private long scoredUpTo;

    public Scoring(CampaignPlan plan, Store store, CampaignFiles files, Observable observable, Comparison comparison) {
        this.plan = plan;
        this.store = store;
        this.files = files;
        this.observable = observable;
        this.comparison = comparison;
    }

    private record Unscored(long upTo, List<LabelledFrame> frames) {}

    /** Scores what has not been scored yet; one transaction a frame. */
    public synchronized void scoreWhatIsMissing() {
        Unscored unscored = store.inTransaction(tx ->
                new Unscored(tx.tally().allEndedUpTo(), tx.frames().withoutPattern(plan.temperature(), scoredUpTo)));
        TrainingData data = new TrainingData(store, files);
        unscored.frames().forEach(frame -> score(frame, data));
        scoredUpTo = unscored.upTo();
    }

    private void score(LabelledFrame frame, TrainingData data) {
        long begin = System.nanoTime();
        double[] pattern = observable.intensity(data.read(frame).structure());
        PatternFit fit = comparison.fit(pattern);
        double seconds = (System.nanoTime() - begin) / 1e9;
        store.inTransaction(tx -> {
            tx.patterns().insert(frame.id(), pattern);
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
