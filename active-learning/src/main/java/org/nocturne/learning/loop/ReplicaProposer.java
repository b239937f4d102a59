package org.nocturne.learning.loop;

import java.util.List;
import java.util.random.RandomGenerator;
import org.nocturne.core.port.Proposer;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;

/**
 * Proposals where no phonon expansion exists: a frame of the liquid's own library of replicas. The relax step then gives it fresh
 * velocities and a seed of its own and runs until it has left its start, which makes each candidate a short independent replica.
 */
public final class ReplicaProposer implements Proposer {
    private final List<Structure> library;

    public ReplicaProposer(List<Structure> library) {
        if (library.isEmpty()) {
            throw new IllegalArgumentException("the library of replicas is empty");
        }
        this.library = List.copyOf(library);
    }

    @Override
    public Structure propose(Kelvin temperature, RandomGenerator random) {
        return library.get(random.nextInt(library.size()));
    }
}
