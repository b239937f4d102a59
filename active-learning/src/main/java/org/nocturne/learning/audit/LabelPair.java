package org.nocturne.learning.audit;

import org.nocturne.core.work.Label;
import org.nocturne.core.work.Method;
import org.nocturne.learning.store.Specimen;

/** What two methods say of one structure. */
public record LabelPair(Specimen specimen, Method firstMethod, Label first, Method secondMethod, Label second) {

    public int atoms() {
        return first.forcesEvPerAngstrom().length / 3;
    }

    public ForceDifference forces() {
        return ForceDifference.of(first.forcesEvPerAngstrom(), second.forcesEvPerAngstrom(), specimen.compared());
    }

    /** Energy of the second method less that of the first, eV an atom. */
    public double energyPerAtom() {
        return (second.energyEv() - first.energyEv()) / atoms();
    }
}
