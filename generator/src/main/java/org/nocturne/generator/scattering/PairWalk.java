package org.nocturne.generator.scattering;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.nocturne.core.structure.Structure;

/**
 * Every pair of atoms once, row by row, on all cores. The pairs are cut into chunks by the structure alone, so that sums which are added chunk by
 * chunk are the same on every machine.
 */
abstract class PairWalk {
    /** Below it a chunk costs more than it saves. */
    private static final double PAIRS_OF_A_CHUNK = 2e6;

    private static final int MOST_CHUNKS = 16;

    final SortedAtoms atoms;
    final double rMaxAngstrom;

    PairWalk(SortedAtoms atoms, double rMaxAngstrom) {
        this.atoms = atoms;
        this.rMaxAngstrom = rMaxAngstrom;
    }

    /** All pairs of a finite cluster; a periodic cell is ignored. */
    static PairWalk cluster(Structure structure) {
        return ClusterWalk.of(structure);
    }

    /**
     * Pairs of a periodic cell whose nearest images are closer than {@code rMax}, by linked cells where the cell holds several of them, else by
     * looking at each pair.
     *
     * @throws IllegalArgumentException if the cell is not fully periodic or too small for rMax
     */
    static PairWalk minimumImage(Structure structure, double rMax) {
        return LinkedCellWalk.fits(structure.cell(), rMax)
                ? LinkedCellWalk.of(structure, rMax)
                : NearestImageWalk.of(structure, rMax);
    }

    /** Independent parts; neighbouring ones cost about the same. */
    abstract int parts();

    abstract void walk(int part, PairRow row, PairRows taker);

    /** About so many are looked at. */
    abstract double pairs();

    /** Takers of all pairs: one for each chunk, in an order that is always the same. */
    <T extends PairRows> List<T> walk(Supplier<T> taker) {
        int chunks = (int) Math.max(1, Math.min(Math.min(MOST_CHUNKS, parts()), pairs() / PAIRS_OF_A_CHUNK));
        IntStream each = IntStream.range(0, chunks);
        return (chunks > 1 ? each.parallel() : each)
                .mapToObj(chunk -> walkChunk(chunk, chunks, taker.get()))
                .toList();
    }

    private <T extends PairRows> T walkChunk(int chunk, int chunks, T taker) {
        PairRow row = new PairRow();
        for (int part = chunk; part < parts(); part += chunks) {
            walk(part, row, taker);
        }
        taker.end();
        return taker;
    }

    /** One pair of atoms of the structure: the vector from j to i and its length. */
    @FunctionalInterface
    interface Visitor {
        void pair(int i, int j, double dx, double dy, double dz, double r);
    }

    /** Takes those that are in range one by one. */
    final PairRows within(Visitor visitor) {
        double square = rMaxAngstrom * rMaxAngstrom;
        return (i, row) -> {
            for (int k = 0; k < row.count; k++) {
                if (row.square[k] < square) {
                    visitor.pair(
                            atoms.order[i],
                            atoms.order[row.first + k],
                            row.dx(k),
                            row.dy(k),
                            row.dz(k),
                            Math.sqrt(row.square[k]));
                }
            }
        };
    }

    /** One by one, in one thread. */
    final void forEach(Visitor visitor) {
        walkChunk(0, 1, within(visitor));
    }

    static double[] fractional(Structure structure) {
        double[] s = new double[3 * structure.size()];
        double[] one = new double[3];
        for (int i = 0; i < structure.size(); i++) {
            structure.cell().toFractional(structure.x(i), structure.y(i), structure.z(i), one);
            System.arraycopy(one, 0, s, 3 * i, 3);
        }
        return s;
    }
}
