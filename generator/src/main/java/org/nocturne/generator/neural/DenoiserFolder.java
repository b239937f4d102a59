package org.nocturne.generator.neural;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.nocturne.core.model.DenoiserManifest;
import org.nocturne.core.structure.Element;

/** A denoiser with its manifest, checked: the file is there and has the hash that the manifest states. */
public record DenoiserFolder(Path folder, DenoiserManifest manifest) {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    /** @throws ModelException naming the file that is missing, changed or not understood */
    public static DenoiserFolder read(Path folder) {
        Path file = folder.resolve(DenoiserManifest.FILE_NAME);
        if (!Files.isRegularFile(file)) {
            throw new ModelException(file + ": there is no such file; a denoiser is a folder that"
                    + " `nocturne train-variants` has written");
        }
        DenoiserManifest manifest;
        try {
            manifest = JSON.readValue(file.toFile(), DenoiserManifest.class);
        } catch (IOException e) {
            throw new ModelException(file + ": is no manifest of a denoiser: " + e.getMessage(), e);
        }
        if (!DenoiserManifest.FORMAT.equals(manifest.format())) {
            throw new ModelException(
                    file + ": format is '" + manifest.format() + "'; this Nocturne reads " + DenoiserManifest.FORMAT);
        }
        ModelFiles.check(folder.resolve(manifest.file()), manifest.sha256());
        return new DenoiserFolder(folder, manifest);
    }

    public OnnxDenoiser open(ExecutionDevice device) {
        List<Element> species = manifest.species().stream()
                .map(s -> Element.ofSymbol(s).orElseThrow(() -> new ModelException(folder + ": unknown species " + s)))
                .toList();
        return new OnnxDenoiser(folder.resolve(manifest.file()), manifest, species, device);
    }
}
