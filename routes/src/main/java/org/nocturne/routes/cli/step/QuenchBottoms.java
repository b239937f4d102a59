package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.nocturne.adapters.Code;
import org.nocturne.core.work.Frame;
import org.nocturne.learning.reference.ReferenceFolder;
import org.nocturne.learning.reference.ReferenceManifest;

/** Finds what the frames of a reference of a glass fall to, quench by quench, and freezes it. */
final class QuenchBottoms {
    private final ReferenceFolder folder;
    private final Code opened;
    private final CodeOptions code;
    private final PrintWriter errors;

    QuenchBottoms(ReferenceFolder folder, Code opened, CodeOptions code, PrintWriter errors) {
        this.folder = folder;
        this.opened = opened;
        this.code = code;
        this.errors = errors;
    }

    /** Those that are missing; nothing of what is no glass. */
    void complete(ReferenceManifest begun) throws IOException {
        List<ReferenceManifest.Run> missing = begun.withoutBottoms();
        if (missing.isEmpty()) {
            return;
        }
        ReferenceManifest manifest = begun;
        try (StepProgress progress = new StepProgress("inherent structures", missing.size(), errors)) {
            for (ReferenceManifest.Run run : missing) {
                manifest = folder.addBottoms(
                        manifest,
                        run,
                        Bottoms.of(
                                code.batch(opened),
                                folder.frames(run).stream()
                                        .map(Frame::structure)
                                        .toList()));
                progress.step();
            }
        }
    }
}
