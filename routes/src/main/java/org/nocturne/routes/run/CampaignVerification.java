package org.nocturne.routes.run;

import java.io.IOException;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.verify.Verification;

/** Whether the store, the files and the log of a campaign hold together. */
public record CampaignVerification(Verification.Found found, LogPrefix log) {

    /** Of a campaign that nobody runs. */
    public static CampaignVerification of(CampaignFolder folder) throws IOException {
        try (Store store = folder.openStore(folder.configuration().config())) {
            return of(folder, store);
        }
    }

    /** The same by a store that is open, such as a copy. */
    public static CampaignVerification of(CampaignFolder folder, Store store) throws IOException {
        Verification.Found found = new Verification(store, new CampaignFiles(folder.dir())).find();
        return new CampaignVerification(found, LogPrefix.of(folder.log(), store));
    }

    public boolean isSound() {
        return found.isSound() && log.fault() == null;
    }
}
