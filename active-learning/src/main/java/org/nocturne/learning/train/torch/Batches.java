package org.nocturne.learning.train.torch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.nocturne.learning.train.job.FrameSetReader.Entry;

/**
 * Which frames are learned from in which step. Every epoch shuffles them anew, from the seed and the number of the epoch alone, so that
 * a resumed training needs to know only its step. A batch holds frames of one layout.
 */
final class Batches {
    private final Map<Integer, List<Entry>> byLayout = new TreeMap<>();
    private final int size;
    private final long seed;
    private int epoch = -1;
    private List<List<Entry>> shuffled = List.of();

    Batches(List<Entry> frames, int size, long seed) {
        frames.forEach(f ->
                byLayout.computeIfAbsent(f.layout(), k -> new ArrayList<>()).add(f));
        this.size = size;
        this.seed = seed;
    }

    int perEpoch() {
        return byLayout.values().stream()
                .mapToInt(f -> Math.max(1, f.size() / size))
                .sum();
    }

    /** The batch of a step, counted from 0. What does not fill a batch is left for another epoch. */
    List<Entry> at(int step) {
        int wanted = step / perEpoch();
        if (wanted != epoch) {
            epoch = wanted;
            shuffled = shuffle(new Random(seed * 0x9E3779B97F4A7C15L + epoch));
        }
        return shuffled.get(step % perEpoch());
    }

    private List<List<Entry>> shuffle(Random random) {
        List<List<Entry>> out = new ArrayList<>();
        for (List<Entry> frames : byLayout.values()) {
            List<Entry> order = new ArrayList<>(frames);
            Collections.shuffle(order, random);
            int batch = Math.min(size, order.size());
            for (int first = 0; first + batch <= order.size(); first += batch) {
                out.add(order.subList(first, first + batch));
            }
        }
        Collections.shuffle(out, random);
        return out;
    }
}
