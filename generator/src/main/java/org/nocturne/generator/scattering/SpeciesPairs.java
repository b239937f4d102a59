package org.nocturne.generator.scattering;

import java.util.Arrays;
import java.util.List;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/** Numbers the species of a structure and the unordered pairs of species. */
final class SpeciesPairs {
    private final List<Element> elements;
    private final int[] kind;
    private final int[] count;

    SpeciesPairs(Structure structure) {
        elements = structure.distinctSpecies();
        kind = new int[structure.size()];
        count = new int[elements.size()];
        for (int i = 0; i < kind.length; i++) {
            kind[i] = elements.indexOf(structure.species(i));
            count[kind[i]]++;
        }
    }

    int kinds() {
        return count.length;
    }

    int atoms() {
        return kind.length;
    }

    int kind(int atom) {
        return kind[atom];
    }

    int count(int kind) {
        return count[kind];
    }

    Element element(int kind) {
        return elements.get(kind);
    }

    /** Number of unordered pairs of species, like with like included. */
    int pairs() {
        return count.length * (count.length + 1) / 2;
    }

    /** Index of the pair {a, b}, from 0 to pairs() - 1: the row-wise upper triangle. */
    int pair(int a, int b) {
        int low = Math.min(a, b);
        return low * count.length - low * (low - 1) / 2 + Math.abs(a - b);
    }

    int pairOfAtoms(int i, int j) {
        return pair(kind[i], kind[j]);
    }

    /** Kinds of the atoms in another order. */
    int[] kinds(int[] order) {
        return Arrays.stream(order).map(this::kind).toArray();
    }

    /** {@link #pair} of two kinds. */
    int[][] table() {
        int[][] table = new int[kinds()][kinds()];
        for (int a = 0; a < kinds(); a++) {
            for (int b = 0; b < kinds(); b++) {
                table[a][b] = pair(a, b);
            }
        }
        return table;
    }

    /** Where each kind begins in {@link #atomsBySpecies}, and where the last one ends. */
    int[] starts() {
        int[] start = new int[count.length + 1];
        for (int a = 0; a < count.length; a++) {
            start[a + 1] = start[a] + count[a];
        }
        return start;
    }

    /** Atoms sorted by species, in the order they have within one species. */
    int[] atomsBySpecies() {
        int[] next = Arrays.copyOf(starts(), count.length);
        int[] order = new int[kind.length];
        for (int i = 0; i < kind.length; i++) {
            order[next[kind[i]]++] = i;
        }
        return order;
    }
}
