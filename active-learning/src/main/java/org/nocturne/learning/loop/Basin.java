package org.nocturne.learning.loop;

import java.util.Objects;
import java.util.Optional;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.StoredFile;

/** The inherent structure around which a campaign works, once it has been minimised. */
public record Basin(InherentStructure inherent, String methodId) {

    static Optional<Basin> of(Store store, CampaignFiles files) {
        return store.inTransaction(tx -> tx.subjects().basins()).stream()
                .filter(b -> b.inherent() != null)
                .findFirst()
                .map(b -> {
                    StoredFile file = Objects.requireNonNull(b.inherent());
                    var structure = files.readFrames(file).get(0).structure();
                    return new Basin(
                            new InherentStructure(structure, b.energyEv(), 0), Objects.requireNonNull(b.methodId()));
                });
    }
}
