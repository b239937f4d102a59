package org.nocturne.learning.train.job;

import org.nocturne.core.crystal.LocalEnvironments;

/**
 * The padded neighbours of one inherent structure: N atoms, K slots.
 *
 * @param siteClass N
 * @param neighbour N K, the atom itself where a slot is empty
 * @param mask N K, 1 or 0
 * @param reference 3 N K, angstrom
 */
public record FrameLayout(int atoms, int slots, int[] siteClass, int[] neighbour, float[] mask, float[] reference) {

    /** @param classOfSite what stands for each site */
    public static FrameLayout of(LocalEnvironments environments, int[] classOfSite) {
        int n = environments.atoms();
        int k = environments.slots();
        FrameLayout out = new FrameLayout(n, k, new int[n], new int[n * k], new float[n * k], new float[3 * n * k]);
        for (int i = 0; i < n; i++) {
            out.siteClass[i] = classOfSite[environments.siteClass(i)];
            for (int slot = 0; slot < k; slot++) {
                int at = i * k + slot;
                out.neighbour[at] = environments.neighbour(i, slot);
                out.mask[at] = environments.isPresent(i, slot) ? 1 : 0;
                for (int axis = 0; axis < 3; axis++) {
                    out.reference[3 * at + axis] = (float) environments.reference(i, slot, axis);
                }
            }
        }
        return out;
    }
}
