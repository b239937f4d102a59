package org.nocturne.learning.loop;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.nocturne.core.port.ForceModel;
import org.nocturne.core.port.ModelRuntime;
import org.nocturne.core.port.Proposer;

/** A runtime that is asked for nothing but proposers, by the folder of a version. */
record ProposersOnly(Function<Path, Proposer> of) implements ModelRuntime {
    @Override
    public ForceModel open(Path folder) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<ForceModel> openNetwork(Path folder) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Proposer proposer(Path folder) {
        return of.apply(folder);
    }
}
