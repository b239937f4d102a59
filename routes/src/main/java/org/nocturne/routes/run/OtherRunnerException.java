package org.nocturne.routes.run;

import java.nio.file.Path;
import org.nocturne.learning.store.RunnerTable.Runner;

/** Another runner leads this campaign. */
public final class OtherRunnerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OtherRunnerException(Path folder, Runner leader) {
        super(folder + ": a runner leads this campaign already, process " + leader.pid() + " on " + leader.host()
                + ", seen " + leader.silent().toSeconds() + " s ago; 'nocturne join " + folder + "' helps it");
    }
}
