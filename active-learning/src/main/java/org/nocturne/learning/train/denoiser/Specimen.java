package org.nocturne.learning.train.denoiser;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.nocturne.core.structure.Structure;

/**
 * An inherent structure that a denoiser learns from, or is judged by.
 *
 * @param id of the quench that it came from
 */
public record Specimen(String id, Structure structure, boolean heldOut) {

    /**
     * Holds some of them out, drawn by a seed: whole quenches, each of which is one structure.
     *
     * @param share of those that are held out, at least one of them
     * @throws IllegalArgumentException if there are fewer than two, or the share leaves none to learn from
     */
    public static List<Specimen> split(List<Specimen> all, double share, long seed) {
        int held = (int) Math.max(1, Math.round(share * all.size()));
        if (all.size() < 2 || held >= all.size()) {
            throw new IllegalArgumentException("of " + all.size() + " quenches a share of " + share
                    + " is to be held out; at least two quenches, one of which is learned from, are wanted");
        }
        List<Specimen> out = new ArrayList<>(all);
        List<Integer> left = new ArrayList<>();
        for (int k = 0; k < all.size(); k++) {
            left.add(k);
        }
        SplittableRandom random = new SplittableRandom(seed);
        for (int k = 0; k < held; k++) {
            int chosen = left.remove(random.nextInt(left.size()));
            out.set(chosen, new Specimen(all.get(chosen).id(), all.get(chosen).structure(), true));
        }
        return out;
    }
}
