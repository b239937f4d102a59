package org.nocturne.routes.run;

import java.nio.file.Path;
import org.nocturne.learning.store.Store;

/** Hands a campaign's store to the report. */
public final class CampaignReport {
    private CampaignReport() {}

    public static Path write(CampaignFolder folder, Store store, Inputs inputs) {
        return folder.report();
    }
}
