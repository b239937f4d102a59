package org.nocturne.routes.cli.step;

import java.io.PrintWriter;
import org.nocturne.core.work.Outcome;

/** How many runs went well; failures are reported as they come, one line each. */
final class Tally {
    static final int SOME_FAILED = 1;
    static final int ALL_FAILED = 4;

    private final PrintWriter errors;
    private int done;
    private int failed;

    Tally(PrintWriter errors) {
        this.errors = errors;
    }

    void done() {
        done++;
    }

    void failed(int index, Outcome.Failed failure) {
        failed++;
        errors.println("frame " + index + ": " + failure.cause() + ", "
                + failure.detail().lines().findFirst().orElse("") + "; see " + failure.workDir());
        errors.flush();
    }

    int exitCode() {
        return failed == 0 ? 0 : done == 0 ? ALL_FAILED : SOME_FAILED;
    }

    @Override
    public String toString() {
        return done + " done, " + failed + " failed";
    }
}
