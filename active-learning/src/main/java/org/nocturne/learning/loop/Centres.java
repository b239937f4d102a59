package org.nocturne.learning.loop;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.nocturne.core.port.ModelRuntime;
import org.nocturne.core.work.Frame;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.store.FrameTable.LabelledFrame;
import org.nocturne.learning.store.ModelTable.Model;
import org.nocturne.learning.store.Store;

/** The atoms whose environments are cut out, at most one of each frame, so that they are independent of each other. */
final class Centres {
    private final CampaignPlan plan;
    private final Store store;
    private final CampaignFiles files;
    private final ModelRuntime models;

    Centres(CampaignPlan plan, Store store, CampaignFiles files, ModelRuntime models) {
        this.plan = plan;
        this.store = store;
        this.files = files;
        this.models = models;
    }

    /**
     * One atom.
     *
     * @param miss of the version in office, eV/angstrom, where the atom was chosen for it
     */
    record Centre(LabelledFrame frame, int atom, OptionalDouble miss) {}

    List<Centre> of(List<LabelledFrame> labelled, AuditPlan.Environments wanted, RandomGenerator random) {
        return switch (wanted.choice()) {
            case RANDOM ->
                some(labelled, wanted.perRound(), random).stream()
                        .map(f ->
                                new Centre(f, random.nextInt(read(f).structure().size()), OptionalDouble.empty()))
                        .toList();
            case WORST ->
                worst(labelled).stream()
                        .sorted(Comparator.comparingDouble(
                                        (Centre c) -> c.miss().orElse(0))
                                .reversed())
                        .limit(wanted.perRound())
                        .toList();
        };
    }

    /** So many of a list, each at most once, in an order that the random numbers give. */
    static <T> List<T> some(List<T> all, int count, RandomGenerator random) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(random.nextLong()));
        return shuffled.subList(0, Math.min(count, shuffled.size()));
    }

    private List<Centre> worst(List<LabelledFrame> labelled) {
        Model champion = store.inTransaction(tx -> tx.models().champion()).orElseThrow();
        Basin basin = Basin.of(store, files).orElseThrow();
        try (ForceMisses misses = new ForceMisses(
                models,
                files.resolve(champion.folder()),
                basin.inherent().structure(),
                plan.learning().cutoffAngstrom())) {
            return labelled.stream().map(f -> worst(f, misses.of(read(f)))).toList();
        }
    }

    private static Centre worst(LabelledFrame frame, double[] misses) {
        int worst = 0;
        for (int atom = 1; atom < misses.length; atom++) {
            worst = misses[atom] > misses[worst] ? atom : worst;
        }
        return new Centre(frame, worst, OptionalDouble.of(misses[worst]));
    }

    private Frame read(LabelledFrame frame) {
        return new TrainingData(store, files).read(frame);
    }
}
