package org.nocturne.learning.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.files.ChangedFileException;
import org.nocturne.learning.store.Invariant;
import org.nocturne.learning.store.ModelTable.Model;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.StoredFile;
import org.nocturne.learning.train.ForceModelTrainer;

/** Asks a store whether what must always hold does, and every file that it names whether it is the one that was recorded. */
public final class Verification {
    private final Store store;
    private final CampaignFiles files;

    public Verification(Store store, CampaignFiles files) {
        this.store = store;
        this.files = files;
    }

    /**
     * What was found.
     *
     * @param broken invariants of the store that do not hold, with the rows that break them, in words
     * @param changed files that are not what was recorded, or are not there, in words
     * @param files how many were read
     */
    public record Found(Map<Invariant, List<String>> broken, List<String> changed, int files) {
        public boolean isSound() {
            return broken.isEmpty() && changed.isEmpty();
        }
    }

    public Found find() {
        List<StoredFile> all = named();
        return new Found(store.inTransaction(tx -> tx.invariants().broken()), changed(all), all.size());
    }

    /** Of the files that rows name those that are not what was recorded, or are not there, in words. */
    public List<String> changedFiles() {
        return changed(named());
    }

    private List<StoredFile> named() {
        List<StoredFile> all =
                new ArrayList<>(store.inTransaction(tx -> tx.invariants().files()));
        for (Model model : store.inTransaction(tx -> tx.models().all())) {
            all.add(new StoredFile(model.folder() + "/" + ForceModelTrainer.ONNX_FILE, model.sha256()));
        }
        return all;
    }

    private List<String> changed(List<StoredFile> all) {
        List<String> changed = new ArrayList<>();
        for (StoredFile file : all) {
            try {
                files.verified(file);
            } catch (ChangedFileException e) {
                changed.add(String.valueOf(e.getMessage()));
            }
        }
        return changed;
    }
}
