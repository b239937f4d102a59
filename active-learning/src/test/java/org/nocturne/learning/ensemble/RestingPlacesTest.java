package org.nocturne.learning.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

class RestingPlacesTest {
    private static final Structure CRYSTAL =
            new Structure(Cell.cubic(2.6), Collections.nCopies(1, Element.SI), new double[3]).repeated(4, 4, 4);
    private static final double SIGMA = 0.1;

    /** Vibrations, with one atom moved aside for good. */
    private static Ensemble replica(long seed, int frames, double asideAngstrom) {
        SplittableRandom random = new SplittableRandom(seed);
        Ensemble out = new Ensemble(new Probe(CRYSTAL, 0));
        for (int frame = 0; frame < frames; frame++) {
            double[] u = new double[3 * CRYSTAL.size()];
            for (int k = 0; k < u.length; k++) {
                u[k] = SIGMA * random.nextGaussian();
            }
            u[3 * 17] += asideAngstrom;
            out.add(CRYSTAL.displaced(u), 1);
        }
        return out;
    }

    @Test
    void vibrationsAloneLeaveNothing() {
        List<Ensemble> replicas = new ArrayList<>();
        for (int seed = 0; seed < 50; seed++) {
            replicas.add(replica(seed, 8, 0));
        }
        RestingPlaces found = RestingPlaces.of(replicas);
        assertThat(found.stay()).isTrue();
        assertThat(found.describe()).isEqualTo("every replica stays in it");
    }

    @Test
    void anAtomThatRestsInAnotherPlaceIsCounted() {
        RestingPlaces found = RestingPlaces.of(List.of(replica(1, 8, 0), replica(2, 8, 1.0)));
        assertThat(found.left()).isEqualTo(1);
        assertThat(found.mostAtoms()).isEqualTo(1);
        assertThat(found.farthestAngstrom()).isCloseTo(1, within(4 * SIGMA / Math.sqrt(8)));
        assertThat(found.describe()).contains("LEFT in 1 of 2 replicas", "relax");
    }
}
