package org.nocturne.core.model;

import java.util.List;
import java.util.Map;

/**
 * The page that lies beside the ONNX file of a denoiser. A denoiser whose file does not have the stated hash is not run.
 *
 * @param format "nocturne-denoiser/1"
 * @param kind "equivariant-denoiser"
 * @param file the ONNX file beside the manifest
 * @param sha256 of that file, 64 hex digits
 * @param species symbols; the input {@code species} is an index into them
 * @param cutoffAngstrom neighbours must be complete within it
 * @param leastNoiseAngstrom smallest sigma that was learned
 * @param mostNoiseAngstrom largest
 * @param inputs tensors in order
 * @param outputs tensors in order
 * @param dataSha256 of the structures that it learned from and was judged by
 * @param trained which structures it learned from
 * @param heldOut which others said when to stop
 * @param metrics numbers of the training, by name with unit
 */
public record DenoiserManifest(
        String format,
        String kind,
        String file,
        String sha256,
        List<String> species,
        double cutoffAngstrom,
        double leastNoiseAngstrom,
        double mostNoiseAngstrom,
        List<ModelManifest.Tensor> inputs,
        List<ModelManifest.Tensor> outputs,
        String dataSha256,
        List<String> trained,
        List<String> heldOut,
        Map<String, Double> metrics) {

    public static final String FORMAT = "nocturne-denoiser/1";
    public static final String KIND = "equivariant-denoiser";
    public static final String FILE_NAME = "denoiser.json";

    /** What every denoiser is given. */
    public static final List<ModelManifest.Tensor> INPUTS = List.of(
            new ModelManifest.Tensor("species", "int64", List.of("N"), "index into species"),
            new ModelManifest.Tensor("neighbours", "int64", List.of("N", "K"), "atom index"),
            new ModelManifest.Tensor("mask", "float32", List.of("N", "K"), "1 present, 0 padding"),
            new ModelManifest.Tensor("vectors", "float32", List.of("N", "K", "3"), "angstrom"),
            new ModelManifest.Tensor("sigma", "float32", List.of(), "angstrom"));

    /** The mean of eps in x = x0 + sigma eps. */
    public static final List<ModelManifest.Tensor> OUTPUTS =
            List.of(new ModelManifest.Tensor("noise", "float32", List.of("N", "3"), "1, in units of sigma"));
}
