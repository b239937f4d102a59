package org.nocturne.generator.neural;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.nocturne.core.crystal.SiteTable;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.model.ModelManifest;
import org.nocturne.core.model.ThermalStrain;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/** A model with its manifest, checked: every file is there and has the hash that the manifest states. */
public record ModelFolder(Path folder, ModelManifest manifest) {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    /**
     * Reads a model.
     *
     * @param at its folder, its manifest, or its ONNX file
     * @throws ModelException naming the file that is missing, changed or not understood
     */
    public static ModelFolder read(Path at) {
        Path folder = Files.isDirectory(at)
                ? at
                : Objects.requireNonNull(at.toAbsolutePath().getParent());
        Path file = folder.resolve(ModelManifest.FILE_NAME);
        if (!Files.isRegularFile(file)) {
            throw new ModelException(file + ": there is no such file; a model is a folder with a "
                    + ModelManifest.FILE_NAME + " and an ONNX file");
        }
        ModelManifest manifest;
        try {
            manifest = JSON.readValue(file.toFile(), ModelManifest.class);
        } catch (IOException e) {
            throw new ModelException(file + ": is no model manifest: " + e.getMessage(), e);
        }
        if (!ModelManifest.FORMAT.equals(manifest.format())) {
            throw new ModelException(
                    file + ": format is '" + manifest.format() + "'; this Nocturne reads " + ModelManifest.FORMAT);
        }
        ModelFiles.check(folder.resolve(manifest.file()), manifest.sha256());
        ModelFiles.check(folder.resolve(manifest.inherentStructure()), manifest.inherentSha256());
        if (manifest.network() != null) {
            ModelFiles.check(
                    folder.resolve(manifest.network().file()),
                    manifest.network().sha256());
        }
        return new ModelFolder(folder, manifest);
    }

    public OnnxForceModel open(ExecutionDevice device) {
        return new OnnxForceModel(folder.resolve(manifest.file()), device);
    }

    /** The network, where the model has one. */
    public Optional<OnnxForceModel> openNetwork(ExecutionDevice device) {
        return Optional.ofNullable(manifest.network())
                .map(network -> new OnnxForceModel(folder.resolve(network.file()), device));
    }

    /** The structure around which the model was fitted. */
    public Structure inherentStructure() {
        Path file = folder.resolve(manifest.inherentStructure());
        try {
            return ExtendedXyz.readFirst(file).structure();
        } catch (IOException e) {
            throw new ModelException(file + ": " + e.getMessage(), e);
        }
    }

    /** Of the mean cell with temperature, against the cell of {@link #inherentStructure()}. */
    public ThermalStrain strain() {
        return Optional.ofNullable(manifest.strain()).orElse(ThermalStrain.NONE);
    }

    /** Of the crystal in the cell of {@link #inherentStructure()}. */
    public SiteTable sites() {
        return new SiteTable(
                manifest.cutoffAngstrom(),
                manifest.sites().stream()
                        .map(s -> new SiteTable.Site(
                                Element.ofSymbol(s.species())
                                        .orElseThrow(
                                                () -> new ModelException(folder + ": unknown species " + s.species())),
                                s.neighbourVectorsAngstrom()))
                        .toList());
    }
}
