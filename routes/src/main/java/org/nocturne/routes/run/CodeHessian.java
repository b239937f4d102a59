package org.nocturne.routes.run;

import java.nio.file.Path;
import org.nocturne.adapters.Code;
import org.nocturne.core.crystal.SparseHessian;
import org.nocturne.core.port.Forces;
import org.nocturne.core.port.HessianSource;
import org.nocturne.core.structure.Structure;
import org.nocturne.generator.thermal.HessianProbe;

/**
 * Bare Hessians from the forces of a code that keeps a program alive.
 *
 * @param workDir where that program runs
 */
public record CodeHessian(Code code, Path workDir, HessianProbe.Progress told) implements HessianSource {
    /** Atoms moved together lie so many cut-offs apart: one for the pairs that are kept, two for forces that reach farther. */
    private static final double APART_IN_CUTOFFS = 3;

    @Override
    public SparseHessian bareHessian(Structure atRest, double cutoffAngstrom) {
        try (Forces forces = CodeForces.open(code, atRest, workDir)) {
            return HessianProbe.of(atRest, forces, cutoffAngstrom, APART_IN_CUTOFFS * cutoffAngstrom, told);
        }
    }
}
