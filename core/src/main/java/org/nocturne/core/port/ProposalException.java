package org.nocturne.core.port;

import org.nocturne.core.structure.Structure;

/** A draw that could not be made a proposal, because the forces that should have corrected it failed again and again. */
public final class ProposalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Structure drawn;
    private final ForcesException forces;

    /** @param drawn the structure as it was before any correction */
    public ProposalException(Structure drawn, ForcesException forces) {
        super(forces.getMessage(), forces);
        this.drawn = drawn;
        this.forces = forces;
    }

    public Structure drawn() {
        return drawn;
    }

    public ForcesException forces() {
        return forces;
    }
}
