package org.nocturne.core.port;

import org.nocturne.core.crystal.SparseHessian;
import org.nocturne.core.structure.Structure;

/** Knows the force constants of a structure at rest, by the method whose forces are learned. */
public interface HessianSource {

    /**
     * Force constants within a cut-off.
     *
     * @throws ForcesException if the forces behind them fail
     */
    SparseHessian bareHessian(Structure atRest, double cutoffAngstrom);
}
