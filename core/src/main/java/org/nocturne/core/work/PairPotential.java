package org.nocturne.core.work;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nocturne.core.format.Sha256;
import org.nocturne.core.structure.Element;

/**
 * A pair potential by its values, to be added to that of a code: V = sum over pairs of atoms nearer than the last distance of phi_ab(r).
 * Distances are evenly spaced, the same for all kinds of pairs.
 *
 * @param fromAngstrom the first distance, above 0; no two atoms may come nearer
 * @param toAngstrom the last distance, beyond which there is nothing
 * @param kinds one for each pair of elements that act on each other
 */
public record PairPotential(double fromAngstrom, double toAngstrom, List<Kind> kinds) {

    /**
     * One pair of elements.
     *
     * @param energyEv phi at each distance
     * @param forceEvPerAngstrom -d phi/dr at each distance
     */
    public record Kind(Element a, Element b, double[] energyEv, double[] forceEvPerAngstrom) {
        public Kind {
            if (energyEv.length < 2 || energyEv.length != forceEvPerAngstrom.length) {
                throw new IllegalArgumentException(
                        a.symbol() + "-" + b.symbol() + " has " + energyEv.length + " energies and "
                                + forceEvPerAngstrom.length + " forces; as many of both are wanted, 2 or more");
            }
            for (int k = 0; k < energyEv.length; k++) {
                if (!Double.isFinite(energyEv[k]) || !Double.isFinite(forceEvPerAngstrom[k])) {
                    throw new IllegalArgumentException(a.symbol() + "-" + b.symbol() + " has energy " + energyEv[k]
                            + " eV and force " + forceEvPerAngstrom[k] + " eV/angstrom at distance " + (k + 1)
                            + "; finite numbers are wanted");
                }
            }
            energyEv = energyEv.clone();
            forceEvPerAngstrom = forceEvPerAngstrom.clone();
        }

        @Override
        public double[] energyEv() {
            return energyEv.clone();
        }

        @Override
        public double[] forceEvPerAngstrom() {
            return forceEvPerAngstrom.clone();
        }

        /** How many distances there are. */
        public int size() {
            return energyEv.length;
        }
    }

    public PairPotential {
        if (!(fromAngstrom > 0 && toAngstrom > fromAngstrom && Double.isFinite(toAngstrom))) {
            throw new IllegalArgumentException(
                    "distances go from " + fromAngstrom + " to " + toAngstrom + " angstrom; 0 < from < to is wanted");
        }
        kinds = List.copyOf(kinds);
        Set<Set<Element>> seen = new HashSet<>();
        for (Kind kind : kinds) {
            if (kind.size() != kinds.get(0).size()) {
                throw new IllegalArgumentException("kinds of pairs have "
                        + kinds.get(0).size() + " and " + kind.size() + " distances; the same are wanted");
            }
            if (!seen.add(Set.copyOf(List.of(kind.a(), kind.b())))) {
                throw new IllegalArgumentException(
                        kind.a().symbol() + "-" + kind.b().symbol() + " is there twice; once is wanted");
            }
        }
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("no kind of pair is there; at least one is wanted");
        }
    }

    /** Sixteen hex digits that stand for these numbers. */
    public String id() {
        List<String> words = new ArrayList<>(List.of(Double.toString(fromAngstrom), Double.toString(toAngstrom)));
        for (Kind kind : kinds) {
            words.add(kind.a().symbol() + "-" + kind.b().symbol());
            for (int k = 0; k < kind.size(); k++) {
                words.add(kind.energyEv[k] + " " + kind.forceEvPerAngstrom[k]);
            }
        }
        return Sha256.of(String.join("\n", words)).substring(0, 16);
    }
}
