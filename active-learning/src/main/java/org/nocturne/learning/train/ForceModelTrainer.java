package org.nocturne.learning.train;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.nocturne.core.crystal.Crystal;
import org.nocturne.core.crystal.LocalEnvironments;
import org.nocturne.core.crystal.PairOrbits;
import org.nocturne.core.crystal.SiteTable;
import org.nocturne.core.model.ModelManifest;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.files.FrameCodec;
import org.nocturne.learning.store.StoredFile;

/** Fits effective force constants to frames and writes them as a model folder: ONNX file, inherent structure, manifest. */
public final class ForceModelTrainer {
    private static final String ONNX_FILE = "force.onnx";
    private static final String INHERENT_FILE = "inherent.extxyz";

    private final InherentStructure inherent;
    private final String methodId;
    private final double cutoffAngstrom;
    private final int degree;
    private final SiteTable sites;
    private final LocalEnvironments environments;
    private final PairOrbits orbits;
    private final BondLayout layout;

    /**
     * Prepares for frames around one inherent structure.
     *
     * @param methodId of the forces that will be learned
     * @param degree highest power of T
     */
    public ForceModelTrainer(InherentStructure inherent, String methodId, double cutoffAngstrom, int degree) {
        this.inherent = inherent;
        this.methodId = methodId;
        this.cutoffAngstrom = cutoffAngstrom;
        this.degree = degree;
        var primitive = Crystal.of(inherent.structure()).primitiveCell();
        this.sites = SiteTable.of(primitive, cutoffAngstrom);
        this.environments = LocalEnvironments.of(inherent.structure(), sites);
        this.orbits = new PairOrbits(primitive, cutoffAngstrom);
        this.layout = new BondLayout(environments, orbits);
    }

    public LocalEnvironments environments() {
        return environments;
    }

    /**
     * Fits, and writes version {@code version} into {@code folder}.
     *
     * @param dataSha256 what stands for the frames in the manifest
     * @return the ONNX file
     */
    public StoredFile train(
            int version, String folder, List<TrainingFrame> frames, String dataSha256, CampaignFiles files) {
        ForceConstantFit fit = new ForceConstantFit(orbits, layout, degreeFor(frames));
        frames.forEach(fit::add);
        EffectiveForceConstants constants = fit.solve();
        double error = ForceConstantFit.relativeError(constants, layout, frames);
        StoredFile onnx = files.writeBytes(folder + "/" + ONNX_FILE, LinearForceGraph.of(constants));
        StoredFile structure = files.writeFrames(
                folder + "/" + INHERENT_FILE,
                List.of(FrameCodec.bare(inherent.structure(), "energy", inherent.energyEv())));
        Map<String, Double> metrics = new TreeMap<>();
        metrics.put("training force error, relative", error);
        metrics.put("parameters", (double) orbits.parameters() * (constants.degree() + 1));
        metrics.put("degree in T", (double) constants.degree());
        ModelManifest manifest = new ModelManifest(
                ModelManifest.FORMAT,
                ModelManifest.LINEAR,
                version,
                ONNX_FILE,
                onnx.sha256(),
                INHERENT_FILE,
                structure.sha256(),
                inherent.energyEv(),
                methodId,
                ModelManifest.INPUTS,
                ModelManifest.OUTPUTS,
                cutoffAngstrom,
                sites.sites().stream()
                        .map(s -> new ModelManifest.Site(s.species().symbol(), s.vectors()))
                        .toList(),
                temperatures(frames),
                dataSha256,
                frames.size(),
                metrics);
        files.writeText(folder + "/" + ModelManifest.FILE_NAME, ManifestJson.write(manifest));
        return onnx;
    }

    /** A power of T needs one temperature more than itself. */
    private int degreeFor(List<TrainingFrame> frames) {
        return Math.min(degree, temperatures(frames).size() - 1);
    }

    private static List<Double> temperatures(List<TrainingFrame> frames) {
        return frames.stream()
                .map(f -> f.temperature().value())
                .distinct()
                .sorted()
                .toList();
    }

    /** One line on what is fitted, for the log. */
    public String describe() {
        return String.format(
                Locale.ROOT,
                "%d sites, %d bonds, %d parameters",
                orbits.sites(),
                orbits.bonds().size(),
                orbits.parameters());
    }
}
