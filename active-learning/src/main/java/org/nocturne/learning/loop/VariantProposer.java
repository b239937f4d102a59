package org.nocturne.learning.loop;

import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.nocturne.core.port.Variation;
import org.nocturne.core.structure.Structure;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.store.Store;

/**
 * Proposals of a glass that are variants of the library's inherent structures. The number of a candidate says whose turn it is, in the order
 * of the replicas, so that a runner that is killed and resumed proposes the same.
 */
public final class VariantProposer {
    private final List<Parent> library;
    private final Variation variation;

    /** @param library is complete: one that grew would move whose turn it is */
    public VariantProposer(List<Parent> library, Variation variation) {
        if (library.isEmpty()) {
            throw new IllegalArgumentException("the library of inherent structures is empty");
        }
        this.library = List.copyOf(library);
        this.variation = variation;
    }

    /** One of the library, under the number of its basin. */
    public record Parent(int basin, Structure atRest) {}

    /** A proposal, and the basin of its parent. */
    record Proposed(Structure structure, int parent) {}

    /** With the library that is in the store. */
    public static VariantProposer of(Store store, CampaignFiles files, Variation variation) {
        List<Parent> library = store.inTransaction(tx -> tx.variants().parents()).stream()
                .filter(p -> p.inherent() != null)
                .map(p -> new Parent(
                        p.basin(),
                        files.readFrames(Objects.requireNonNull(p.inherent()))
                                .get(0)
                                .structure()))
                .toList();
        return new VariantProposer(library, variation);
    }

    /** @param candidate its number, from 1 */
    Proposed propose(int candidate, RandomGenerator random) {
        Parent parent = library.get((candidate - 1) % library.size());
        return new Proposed(variation.vary(parent.atRest(), random), parent.basin());
    }

    double sigmaAngstrom() {
        return variation.sigmaAngstrom();
    }
}
