package org.nocturne.core.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The page that lies beside a model file and says what the file is, what goes in and comes out, in which units, and what it was
 * learned from. A model whose file does not have the stated hash is not run.
 *
 * @param format "nocturne-force-model/1"
 * @param kind "linear-effective-force"
 * @param version version in the registry of its campaign
 * @param file the ONNX file beside the manifest
 * @param sha256 of that file, 64 hex digits
 * @param inherentStructure extended XYZ file beside the manifest, the cell in which samples are drawn by default
 * @param inherentSha256 of that file
 * @param inherentEnergyEv energy of that structure by {@code method}
 * @param method id of the method whose forces were learned
 * @param inputs tensors in order
 * @param outputs tensors in order
 * @param cutoffAngstrom neighbours must be complete within it
 * @param sites the sites of the crystal, by which atoms of any cell are recognised
 * @param temperaturesK temperatures of the training frames
 * @param dataSha256 of the list of training frames, their files and hashes
 * @param trainingFrames how many frames it was fitted on
 * @param metrics numbers of the fit, by name with unit
 * @param strain of the mean cell with temperature, against the inherent structure's; absent where the cell is the same at every one
 * @param network a learned force beside the linear one; absent in most models
 */
public record ModelManifest(
        String format,
        String kind,
        int version,
        String file,
        String sha256,
        String inherentStructure,
        String inherentSha256,
        double inherentEnergyEv,
        String method,
        List<Tensor> inputs,
        List<Tensor> outputs,
        double cutoffAngstrom,
        List<Site> sites,
        List<Double> temperaturesK,
        String dataSha256,
        int trainingFrames,
        Map<String, Double> metrics,
        @Nullable ThermalStrain strain,
        @Nullable Network network) {

    /** The kind of a model whose force is linear in the displacements. */
    public static final String LINEAR = "linear-effective-force";

    public static final String FORMAT = "nocturne-force-model/1";
    public static final String FILE_NAME = "manifest.json";

    /** @param shape symbolic or fixed sizes, such as N, K, 3 */
    public record Tensor(String name, String type, List<String> shape, String unit) {}

    public record Site(String species, List<double[]> neighbourVectorsAngstrom) {}

    /**
     * A network behind the same seam. Proposals are still drawn from the linear model, which is its preconditioner too.
     *
     * @param kind name of the network
     * @param file the ONNX file beside the manifest; it gives the full force
     * @param sha256 of that file
     * @param heldOutError force error on held-out frames, relative to the rms force
     * @param parameters learned numbers
     * @param trainingSeconds CPU time of each thread of the training
     */
    public record Network(
            String kind, String file, String sha256, double heldOutError, int parameters, double trainingSeconds) {}

    /** The seam of every force model: these names never change, whatever network stands behind them. */
    public static final List<Tensor> INPUTS = List.of(
            new Tensor("displacements", "float32", List.of("N", "3"), "angstrom"),
            new Tensor("site_class", "int64", List.of("N"), "index into sites"),
            new Tensor("species", "int64", List.of("N"), "atomic number"),
            new Tensor("neighbours", "int64", List.of("N", "K"), "atom index"),
            new Tensor("mask", "float32", List.of("N", "K"), "1 present, 0 padding"),
            new Tensor("reference_vectors", "float32", List.of("N", "K", "3"), "angstrom"),
            new Tensor("temperature", "float32", List.of(), "kelvin"));

    public static final List<Tensor> OUTPUTS =
            List.of(new Tensor("force", "float32", List.of("N", "3"), "eV/angstrom"));
}
