package org.nocturne.learning.train;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nocturne.core.crystal.Crystal;
import org.nocturne.core.crystal.LocalEnvironments;
import org.nocturne.core.crystal.PairBasis;
import org.nocturne.core.crystal.PairOrbits;
import org.nocturne.core.crystal.ScaledPairs;
import org.nocturne.core.crystal.SiteOrbits;
import org.nocturne.core.crystal.SiteTable;
import org.nocturne.core.model.ModelManifest;
import org.nocturne.core.model.ThermalStrain;
import org.nocturne.core.port.HessianSource;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.files.FrameCodec;
import org.nocturne.learning.store.StoredFile;

/** Fits effective force constants to frames and writes them as a model folder: ONNX file, inherent structure, manifest. */
public final class ForceModelTrainer {
    /** The file in a version's folder whose hash the store keeps. */
    public static final String ONNX_FILE = "force.onnx";

    private static final String NETWORK_FILE = "network.onnx";
    private static final String NETWORK_KIND = "equivariant-force-network";
    private static final String INHERENT_FILE = "inherent.extxyz";
    private static final int MOST_KINDS = 16;

    private final InherentStructure inherent;
    private final String methodId;
    private final double cutoffAngstrom;
    private final int degree;
    private final Structure primitive;
    private final SiteTable sites;
    private final LocalEnvironments environments;
    private final PairBasis orbits;
    private final BondLayout layout;

    /**
     * Prepares for frames around a crystal, whose symmetry leaves few force constants free.
     *
     * @param methodId of the forces that will be learned
     * @param degree highest power of T
     * @throws IllegalArgumentException if the structure has too little symmetry for that
     */
    public ForceModelTrainer(InherentStructure inherent, String methodId, double cutoffAngstrom, int degree) {
        this(inherent, methodId, degree, cutoffAngstrom, symmetric(inherent.structure(), cutoffAngstrom));
    }

    /**
     * Prepares for frames around any structure. Where it has too little symmetry to learn its constants one by one, what is learned is
     * how temperature scales those that it has at rest.
     *
     * @param hessians asked only then, by the method whose forces will be learned
     */
    public static ForceModelTrainer of(
            InherentStructure inherent, String methodId, double cutoffAngstrom, int degree, HessianSource hessians) {
        PairBasis orbits = hasManyKinds(inherent.structure())
                ? new ScaledPairs(hessians.bareHessian(inherent.structure(), cutoffAngstrom))
                : new PairOrbits(Crystal.of(inherent.structure()).primitiveCell(), cutoffAngstrom);
        return new ForceModelTrainer(inherent, methodId, degree, cutoffAngstrom, orbits);
    }

    private ForceModelTrainer(
            InherentStructure inherent, String methodId, int degree, double cutoffAngstrom, PairBasis orbits) {
        this.inherent = inherent;
        this.methodId = methodId;
        this.cutoffAngstrom = cutoffAngstrom;
        this.degree = degree;
        this.primitive = Crystal.of(inherent.structure()).primitiveCell();
        this.sites = SiteTable.of(primitive, cutoffAngstrom);
        this.environments = LocalEnvironments.of(inherent.structure(), sites);
        this.orbits = orbits;
        this.layout = new BondLayout(environments, orbits);
    }

    /** Whether a structure has so many kinds of places that its force constants have to be had from its bare Hessian. */
    private static boolean hasManyKinds(Structure structure) {
        int[] orbits = SiteOrbits.of(Crystal.of(structure).primitiveCell());
        return Arrays.stream(orbits).max().orElse(0) >= MOST_KINDS;
    }

    private static PairOrbits symmetric(Structure structure, double cutoffAngstrom) {
        if (hasManyKinds(structure)) {
            throw new IllegalArgumentException(
                    "a structure of " + structure.size() + " atoms with more than " + MOST_KINDS
                            + " kinds of places has too many force constants to learn one by one; wanted is its bare Hessian,"
                            + " from the forces of a code");
        }
        return new PairOrbits(Crystal.of(structure).primitiveCell(), cutoffAngstrom);
    }

    /** The pairs and the coefficients that are learned. */
    public PairBasis basis() {
        return orbits;
    }

    public LocalEnvironments environments() {
        return environments;
    }

    public Structure primitive() {
        return primitive;
    }

    /**
     * The surroundings of the atoms of another cell of the same crystal.
     *
     * @param factor by which it is made larger as a whole first
     */
    public LocalEnvironments environments(Structure other, double factor) {
        return LocalEnvironments.of(factor == 1 ? other : other.scaled(factor), sites, factor);
    }

    /**
     * Fits, and writes version {@code version} into {@code folder}, without a network.
     *
     * @param dataSha256 what stands for the frames in the manifest
     * @return the ONNX file
     */
    public StoredFile train(
            int version, String folder, List<TrainingFrame> frames, String dataSha256, CampaignFiles files) {
        FrameGroup only = new FrameGroup(environments, frames, List.of());
        return train(version, folder, List.of(only), ThermalStrain.NONE, dataSha256, files, Optional.empty());
    }

    /**
     * The same from frames of several cells, with a network beside the force constants where there is one.
     *
     * @param strain of the mean cell with temperature
     */
    public StoredFile train(
            int version,
            String folder,
            List<FrameGroup> groups,
            ThermalStrain strain,
            String dataSha256,
            CampaignFiles files,
            Optional<TrainedNetwork> network) {
        List<TrainingFrame> frames =
                groups.stream().flatMap(g -> g.training().stream()).toList();
        EffectiveForceConstants constants = fit(groups);
        double error = error(constants, groups);
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
                metrics,
                strain.fixed() ? null : strain,
                network.map(n -> entry(n, folder, files)).orElse(null));
        files.writeText(folder + "/" + ModelManifest.FILE_NAME, ManifestJson.write(manifest));
        return onnx;
    }

    /** The effective force constants of these frames. */
    public EffectiveForceConstants fit(List<FrameGroup> groups) {
        List<TrainingFrame> frames =
                groups.stream().flatMap(g -> g.training().stream()).toList();
        ForceConstantFit fit = new ForceConstantFit(orbits, layout, degreeFor(frames));
        for (FrameGroup group : groups) {
            BondLayout bonds = new BondLayout(group.environments(), orbits);
            group.training().forEach(frame -> fit.add(frame, bonds));
        }
        return fit.solve();
    }

    private double error(EffectiveForceConstants constants, List<FrameGroup> groups) {
        ForceError error = new ForceError();
        for (FrameGroup group : groups) {
            BondLayout bonds = new BondLayout(group.environments(), orbits);
            for (TrainingFrame f : group.training()) {
                error.add(constants.forces(bonds, f.temperature(), f.displacementsAngstrom()), f.forcesEvPerAngstrom());
            }
        }
        return error.relative();
    }

    private static ModelManifest.Network entry(TrainedNetwork network, String folder, CampaignFiles files) {
        StoredFile file = files.writeBytes(folder + "/" + NETWORK_FILE, network.onnx());
        return new ModelManifest.Network(
                NETWORK_KIND,
                NETWORK_FILE,
                file.sha256(),
                network.result().heldOutError(),
                network.parameters(),
                network.result().seconds());
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
