package org.nocturne.routes.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nocturne.core.format.Sha256;
import org.nocturne.core.structure.Structure;
import org.nocturne.learning.loop.CampaignPlan;
import org.nocturne.learning.reference.ReferenceFolder;
import org.nocturne.learning.reference.ReferenceManifest;
import org.nocturne.learning.store.Store;
import org.nocturne.routes.config.TargetConfig;
import org.nocturne.routes.report.Report;
import org.nocturne.routes.report.ReportFacts;

/** Hands the report what the store does not hold. */
public final class CampaignReport {
    private CampaignReport() {}

    /** Writes the report of a campaign from what its store says now. */
    public static Path write(CampaignFolder folder, Store store, Inputs inputs) {
        return Report.write(folder.dir(), store, facts(folder, inputs));
    }

    /** What of a campaign its store does not hold. */
    public static ReportFacts facts(CampaignFolder folder, Inputs inputs) {
        TargetConfig target = inputs.config().target();
        return new ReportFacts(
                inputs.target(),
                source(folder, target),
                target.synthetic(),
                composition(inputs.start()),
                inputs.start().size(),
                inputs.comparison(),
                inputs.code().method(),
                inputs.config().slots(),
                inputs.plan().seed(),
                "Nocturne "
                        + Optional.ofNullable(CampaignReport.class.getPackage().getImplementationVersion())
                                .orElse("(not packaged)"),
                Optional.ofNullable(inputs.config().reference().from())
                        .map(from -> frozen(folder.dir().resolve(from))),
                inputs.plan().proposals().variants().map(plan -> plan.inWords() + denoiser(folder, inputs)),
                caveats(inputs));
    }

    /** By which one can see that it is the same. */
    private static String denoiser(CampaignFolder folder, Inputs inputs) {
        return DenoiserInput.manifest(folder.dir(), inputs.config())
                .map(manifest -> ", SHA-256 " + manifest.sha256().substring(0, 12) + "\u2026")
                .orElse("");
    }

    private static String source(CampaignFolder folder, TargetConfig target) {
        Path file = folder.dir().resolve(target.file());
        try {
            String hash = Sha256.of(file).substring(0, 12);
            String remark = target.remark() == null ? "" : "; " + target.remark();
            return file.getFileName() + " (SHA-256 " + hash + "…)" + remark;
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }

    private static String frozen(Path dir) {
        ReferenceManifest manifest = new ReferenceFolder(dir).complete();
        return "frozen reference " + dir.getFileName() + ", "
                + manifest.plan().replicas() + " replicas at each of "
                + manifest.plan().temperaturesK() + " K (inherent structure, SHA-256 "
                + manifest.inherent().sha256().substring(0, 12) + "…)";
    }

    private static String composition(Structure start) {
        String counts = start.distinctSpecies().stream()
                .map(e -> start.species().stream().filter(e::equals).count() + " " + e.symbol())
                .collect(Collectors.joining(", "));
        return start.size() + " atoms: " + counts;
    }

    private static List<String> caveats(Inputs inputs) {
        List<String> out = new ArrayList<>();
        if (inputs.plan().phase() == CampaignPlan.Phase.LIQUID) {
            out.add(
                    "A liquid has no phonon expansion: nothing was learned. What was proposed are frames of the library, so the"
                            + " variance ledger judges only what they have become.");
        }
        if (inputs.plan().phase() == CampaignPlan.Phase.GLASS) {
            boolean variants = inputs.plan().proposals().variants().isPresent();
            out.add("A glass is proposed from its own quenches: " + (variants ? "" : "nothing was learned, ")
                    + "no structure was refined against the target"
                    + (inputs.config().reference().from() == null
                            ? ", and the variance ledger has no lines without quenches to judge by (reference.from)."
                            : ". What has a melt in common is one sample of the variance ledger."));
            if (variants) {
                out.add(
                        "Variants are no independent samples: each keeps the density, the quench rate and most of the bonds of its parent, so"
                                + " the spread between them is not that between quenches.");
            }
        }
        String cell = inputs.config().structure().cellBecause();
        if (cell != null) {
            out.add("The cell was found before the campaign began and then kept: " + cell + ".");
        }
        String because = inputs.config().structure().phaseBecause();
        if (because != null) {
            out.add("The phase was found by short trial runs at the target's temperature, not given: " + because + ".");
        }
        return out;
    }
}
