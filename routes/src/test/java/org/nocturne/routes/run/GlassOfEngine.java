package org.nocturne.routes.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A campaign of 64 atoms of silicon that the embedded engine quenches within seconds, much too fast to be good glasses. */
public final class GlassOfEngine {
    private GlassOfEngine() {}

    /** @param variants the block of that name, as YAML on one line */
    public static Path write(Path dir, String variants) throws IOException {
        Path file = SmallCampaign.writeBuiltin(dir);
        return Files.writeString(
                file,
                Files.readString(file)
                        .replace("repeat: [3, 3, 3]}", "repeat: [2, 2, 2], phase: glass}")
                        .replace("kind: powder", "kind: structure-factor")
                        .replaceFirst(
                                "replicas: .*",
                                "replicas: {temperatures-K: [300], per-temperature: 2, held-out: 0, heat-to-K: 5000,"
                                        + " cooling-K-per-ps: 2000, equilibration-steps: 500, frames: 2, spacing-steps: 50}")
                        .replaceFirst("reference: .*", "reference: {replicas: 0}")
                        .replaceFirst(
                                "candidates: .*",
                                "candidates: {count: 4, round: 2, nvt-steps: 100, force-tolerance: 1.0e-2, variants: "
                                        + variants + "}")
                        .replaceFirst("correction: .*\n", ""));
    }
}
