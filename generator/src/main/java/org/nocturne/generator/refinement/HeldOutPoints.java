package org.nocturne.generator.refinement;

import java.util.stream.IntStream;
import org.nocturne.core.spectrum.Spectrum;

/**
 * Which points of a target are fitted and which are only looked at afterwards: the last of every {@code every} points is held out.
 * Points closer than the width of what the cut-off of the pairs lets through (about 2 pi/Rc) are not independent of their neighbours, so
 * held-out points show whether noise was fitted, not whether the structure is right.
 */
public record HeldOutPoints(int every) {

    /** @param every 2 or more; 0 for no point held out */
    public HeldOutPoints {
        if (every != 0 && every < 2) {
            throw new IllegalArgumentException(
                    "every " + every + "th point is to be held out; wanted is 2 or more, or 0 for none");
        }
    }

    private boolean holdsOut(int point) {
        return every != 0 && point % every == every - 1;
    }

    /** @throws IllegalArgumentException if too few points are left */
    public Spectrum fitted(Spectrum target) {
        return chosen(target, false);
    }

    /** @throws IllegalArgumentException if none is held out */
    public Spectrum heldOut(Spectrum target) {
        return chosen(target, true);
    }

    /** Of values on the whole grid those at the points that are fitted. */
    public double[] fitted(double[] values) {
        return IntStream.range(0, values.length)
                .filter(k -> !holdsOut(k))
                .mapToDouble(k -> values[k])
                .toArray();
    }

    /** Of values on the whole grid those at the points that are held out. */
    public double[] heldOut(double[] values) {
        return IntStream.range(0, values.length)
                .filter(this::holdsOut)
                .mapToDouble(k -> values[k])
                .toArray();
    }

    private Spectrum chosen(Spectrum all, boolean out) {
        double[] q = out ? heldOut(all.qPerAngstrom()) : fitted(all.qPerAngstrom());
        if (q.length < 2) {
            throw new IllegalArgumentException("of " + all.size() + " points " + q.length + " are "
                    + (out ? "held out" : "fitted") + "; at least 2 are wanted");
        }
        double[] sigma = all.sigma();
        return new Spectrum(
                q, out ? heldOut(all.intensity()) : fitted(all.intensity()), out ? heldOut(sigma) : fitted(sigma));
    }
}
