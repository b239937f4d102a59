package org.nocturne.learning.train.denoiser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.nocturne.core.model.DenoiserManifest;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.store.StoredFile;
import org.nocturne.learning.train.job.TrainingResult;

/** Puts a denoiser into a folder: the ONNX file, then the manifest that names it with its hash. */
public final class DenoiserWriter {
    private static final String ONNX_FILE = "denoiser.onnx";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private DenoiserWriter() {}

    public static DenoiserManifest write(CampaignFiles folder, TrainedDenoiser trained, List<Specimen> specimens) {
        StoredFile onnx = folder.writeBytes(ONNX_FILE, trained.onnx());
        DenoiserManifest manifest = new DenoiserManifest(
                DenoiserManifest.FORMAT,
                DenoiserManifest.KIND,
                ONNX_FILE,
                onnx.sha256(),
                trained.shape().species(),
                trained.shape().cutoffAngstrom(),
                trained.shape().leastNoiseAngstrom(),
                trained.shape().mostNoiseAngstrom(),
                DenoiserManifest.INPUTS,
                DenoiserManifest.OUTPUTS,
                trained.dataSha256(),
                ids(specimens, false),
                ids(specimens, true),
                metrics(trained));
        try {
            folder.writeText(DenoiserManifest.FILE_NAME, JSON.writeValueAsString(manifest) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a manifest cannot be written as JSON", e);
        }
        return manifest;
    }

    private static List<String> ids(List<Specimen> specimens, boolean heldOut) {
        return specimens.stream()
                .filter(s -> s.heldOut() == heldOut)
                .map(Specimen::id)
                .toList();
    }

    private static Map<String, Double> metrics(TrainedDenoiser trained) {
        TrainingResult result = trained.result();
        Map<String, Double> out = new TreeMap<>();
        out.put("training noise error, relative", result.trainingError());
        out.put("held-out noise error, relative", result.heldOutError());
        result.heldOutErrorAt()
                .forEach((sigma, error) -> out.put(
                        String.format(Locale.ROOT, "held-out noise error at %.3f angstrom, relative", sigma), error));
        out.put("parameters", (double) trained.parameters());
        out.put("steps", (double) result.steps());
        out.put("CPU seconds of each thread", result.seconds());
        return out;
    }
}
