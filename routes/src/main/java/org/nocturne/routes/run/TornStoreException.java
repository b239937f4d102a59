package org.nocturne.routes.run;

import java.nio.file.Path;

/** The store of a campaign is damaged, or gone, and no backup of it holds; a person must decide. */
public final class TornStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TornStoreException(Path store, String why) {
        super(
                store + ": " + why + ", and there is no backup of it that holds. Nothing was changed. "
                        + store.resolveSibling(CampaignFolder.LOG)
                        + " tells what had been done, the results lie in the folders beside it; H2's own Recover tool"
                        + " (java -cp h2.jar org.h2.tools.Recover) may read more of the file than H2 does. To begin anew, begin in another folder");
    }
}
