package org.nocturne.routes.cli.bench.inputs;

import org.nocturne.routes.run.CampaignRunner;

/** Nobody looks at a runner; its figures are read from the store. */
public final class Unwatched implements CampaignRunner.Watcher {
    @Override
    public void progress(int done, int planned, String what) {
        // the store tells
    }

    @Override
    public void spent(String why) {
        // the ending tells
    }

    @Override
    public void helps(String host, long pid) {
        throw new IllegalStateException(
                "process " + pid + " on " + host + " leads in a folder that is the bench's own");
    }
}
