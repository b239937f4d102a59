package org.nocturne.core.port;

import java.util.random.RandomGenerator;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;

/** Proposes structures at a temperature. The same generator state gives the same structure. */
public interface Proposer extends AutoCloseable {

    Structure propose(Kelvin temperature, RandomGenerator random);

    /** Ends what it keeps alive; most keep nothing. */
    @Override
    default void close() {}
}
