package org.nocturne.routes.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.nocturne.core.model.DenoiserManifest;
import org.nocturne.core.port.Variation;
import org.nocturne.core.structure.Element;
import org.nocturne.generator.neural.DenoiserFolder;
import org.nocturne.generator.neural.ExecutionDevice;
import org.nocturne.generator.neural.ModelException;
import org.nocturne.generator.neural.OnnxDenoiser;
import org.nocturne.generator.variant.NoisedVariation;
import org.nocturne.routes.config.CampaignConfig;
import org.nocturne.routes.config.ConfigReader;
import org.nocturne.routes.config.VariantsConfig;

/** The denoiser that a campaign file names: whether it can make variants of this campaign, its copy, and what is made with it. */
public final class DenoiserInput {
    private DenoiserInput() {}

    /**
     * Looks at the folder, its hash, its species and its range of sigma; does nothing where no denoiser is named.
     *
     * @throws org.nocturne.routes.config.ConfigException naming file, line, what was found and what is wanted
     */
    public static void check(ConfigReader.Read read, Inputs inputs) {
        VariantsConfig variants = inputs.config().candidates().variants();
        String named = variants == null ? null : variants.denoiser();
        if (variants == null || named == null) {
            return;
        }
        DenoiserManifest manifest;
        try {
            manifest = DenoiserFolder.read(read.resolve(named)).manifest();
        } catch (ModelException e) {
            throw read.problem(
                    VariantsConfig.DENOISER, VariantsConfig.DENOISER + " is '" + named + "': " + e.getMessage());
        }
        List<String> unknown = inputs.start().distinctSpecies().stream()
                .map(Element::symbol)
                .filter(symbol -> !manifest.species().contains(symbol))
                .toList();
        if (!unknown.isEmpty()) {
            throw read.problem(
                    VariantsConfig.DENOISER,
                    VariantsConfig.DENOISER + " is '" + named + "', which has learned "
                            + String.join(", ", manifest.species()) + " only; the structure holds "
                            + String.join(", ", unknown));
        }
        double sigma = variants.sigmaAngstrom();
        if (!(sigma >= manifest.leastNoiseAngstrom() && sigma <= manifest.mostNoiseAngstrom())) {
            throw read.problem(
                    VariantsConfig.SIGMA,
                    VariantsConfig.SIGMA + " is " + sigma + " angstrom; the denoiser '" + named + "' has learned "
                            + manifest.leastNoiseAngstrom() + " to " + manifest.mostNoiseAngstrom());
        }
    }

    /** Of the one in the folder of a campaign; empty where there is none. */
    static Optional<DenoiserManifest> manifest(Path dir, CampaignConfig config) {
        return Optional.ofNullable(config.candidates().variants())
                .map(VariantsConfig::denoiser)
                .map(denoiser -> DenoiserFolder.read(dir.resolve(denoiser)).manifest());
    }

    /** Copies manifest and network, which is all that is needed; what its training has left stays where it is. */
    static void copy(Path from, Path to) throws IOException {
        DenoiserFolder folder = DenoiserFolder.read(from);
        Files.createDirectories(to);
        for (String file : List.of(folder.manifest().file(), DenoiserManifest.FILE_NAME)) {
            Files.copy(from.resolve(file), to.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * What makes the variants of a campaign; empty where its candidates are none. It computes on one thread of the processor, as the command
     * {@code variants} does: another device would give other bits.
     *
     * @param dir of the campaign
     * @throws ModelException if the copy in the folder is not what was copied
     */
    static Optional<Variation> open(Path dir, Optional<VariantsConfig> config) {
        return config.map(variants -> {
            String denoiser = variants.denoiser();
            if (denoiser == null) {
                return NoisedVariation.ofNoiseAlone(variants.sigmaAngstrom(), variants.bond());
            }
            OnnxDenoiser opened = DenoiserFolder.read(dir.resolve(denoiser)).open(ExecutionDevice.cpu(1));
            return NoisedVariation.ofDenoiser(opened, variants.sigmaAngstrom(), variants.bond(), opened::close);
        });
    }
}
