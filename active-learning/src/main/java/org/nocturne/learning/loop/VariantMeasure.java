package org.nocturne.learning.loop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nocturne.core.port.Variation;
import org.nocturne.core.structure.Structure;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.StoredFile;
import org.nocturne.learning.store.VariantTable.Rested;

/** Compares variants that have come to rest with their parents, each once, and keeps what was found. */
final class VariantMeasure {
    private final Store store;
    private final CampaignFiles files;
    private final Variation variation;

    VariantMeasure(Store store, CampaignFiles files, Variation variation) {
        this.store = store;
        this.files = files;
        this.variation = variation;
    }

    /** All that have not been. A runner that dies in between leaves the others to the next. */
    void measureWhatIsMissing() {
        List<Rested> rested = store.inTransaction(tx -> tx.variants().unmeasured());
        Map<StoredFile, Structure> parents = new HashMap<>();
        for (Rested one : rested) {
            Structure parent = parents.computeIfAbsent(one.parent(), this::read);
            double newBonds = variation.newBonds(parent, read(one.inherent()));
            double over = (one.energyEv() - one.energyOfParentEv()) / parent.size();
            store.inTransaction(tx -> {
                tx.variants().measured(one.candidate(), over, newBonds);
                return null;
            });
        }
    }

    private Structure read(StoredFile file) {
        return files.readFrames(file).get(0).structure();
    }
}
