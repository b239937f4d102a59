package org.nocturne.routes.run;

import java.nio.file.Path;
import org.nocturne.learning.files.ChangedFileException;
import org.nocturne.learning.loop.CampaignPlan;
import org.nocturne.learning.reference.MeanCell;
import org.nocturne.learning.reference.ReferenceFolder;
import org.nocturne.learning.reference.ReferenceManifest;
import org.nocturne.learning.reference.ReferencePlan;
import org.nocturne.learning.reference.SameInherent;
import org.nocturne.routes.config.ConfigReader;

/** Whether the reference that a campaign file names can judge this campaign. Nothing is made, and nothing is made again. */
public final class FrozenInput {
    private static final String KEY = "reference.from";

    private FrozenInput() {}

    /**
     * Looks at completeness, hashes, method, temperatures and inherent structure; does nothing where no reference is named.
     *
     * @throws org.nocturne.routes.config.ConfigException naming file, line, what was found and what is wanted
     */
    public static void check(ConfigReader.Read read, Inputs inputs) {
        String from = inputs.config().reference().from();
        if (from == null) {
            return;
        }
        Path dir = read.resolve(from);
        try {
            ReferenceFolder folder = new ReferenceFolder(dir);
            ReferencePlan.Phase wanted = phase(inputs.plan().phase());
            ReferenceManifest manifest = folder.complete(wanted);
            folder.verify(manifest);
            String method = inputs.code().method().id();
            if (!manifest.method().equals(method)) {
                throw new IllegalArgumentException(
                        dir + ": is of method " + manifest.method() + "; that of this campaign is " + method + " ("
                                + inputs.code().method() + ")");
            }
            for (double kelvin : inputs.config().candidates().temperaturesK()) {
                if (!manifest.plan().temperaturesK().contains(kelvin)) {
                    throw new IllegalArgumentException(dir + ": has MD at "
                            + manifest.plan().temperaturesK() + " K; " + kelvin
                            + " K, where candidates are proposed, must be among them");
                }
            }
            if (wanted == ReferencePlan.Phase.SOLID) {
                inputs.config().candidates().temperaturesK().forEach(t -> inherent(dir, folder, manifest, inputs, t));
            } else {
                sameCell(folder, manifest, inputs);
            }
        } catch (ChangedFileException | IllegalArgumentException e) {
            throw read.problem(KEY, KEY + " is '" + from + "': " + e.getMessage());
        }
    }

    private static ReferencePlan.Phase phase(CampaignPlan.Phase of) {
        return switch (of) {
            case CRYSTAL -> ReferencePlan.Phase.SOLID;
            case LIQUID -> ReferencePlan.Phase.LIQUID;
            case GLASS -> ReferencePlan.Phase.GLASS;
        };
    }

    private static void sameCell(ReferenceFolder folder, ReferenceManifest manifest, Inputs inputs) {
        try {
            SameInherent.requireSameCell(
                    inputs.start(), folder.inherent(manifest).structure());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(inputs.config().structure().file() + " " + e.getMessage(), e);
        }
    }

    private static void inherent(
            Path dir, ReferenceFolder folder, ReferenceManifest manifest, Inputs inputs, double kelvin) {
        try {
            SameInherent.require(
                    inputs.start(), folder.inherent(manifest, kelvin).structure());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    inputs.config().structure().file() + " " + e.getMessage() + "; "
                            + dir.resolve(manifest.cellAt(kelvin)
                                    .map(MeanCell::inherent)
                                    .orElse(manifest.inherent())
                                    .path())
                            + " can stand as structure.file",
                    e);
        }
    }
}
