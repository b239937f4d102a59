package org.nocturne.routes.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.nocturne.learning.loop.VariantPlan;

/**
 * Candidates of a glass that are variants of its quenches.
 *
 * @param sigmaAngstrom noise that is put on an inherent structure
 * @param denoiser folder of the network that takes it away; null where minimisation alone does
 * @param bondAngstrom within which atoms are bonded; null for 5/4 of the mean distance to the nearest neighbour
 */
public record VariantsConfig(
        @JsonProperty("sigma-angstrom") Double sigmaAngstrom,
        @JsonProperty("denoiser") @Nullable String denoiser,
        @JsonProperty("bond-angstrom") @Nullable Double bondAngstrom) {

    /** Of its key in a campaign file. */
    public static final String DENOISER = "candidates.variants.denoiser";

    public static final String SIGMA = "candidates.variants.sigma-angstrom";

    public VariantsConfig {
        sigmaAngstrom = Wanted.above(
                "sigma-angstrom",
                Wanted.present("sigma-angstrom", sigmaAngstrom, "the noise that is put on a quench, such as 0.4"),
                0,
                "angstrom");
        if (bondAngstrom != null) {
            Wanted.above("bond-angstrom", bondAngstrom, 0, "angstrom");
        }
    }

    public OptionalDouble bond() {
        return bondAngstrom == null ? OptionalDouble.empty() : OptionalDouble.of(bondAngstrom);
    }

    /** What the loop needs to know of it. */
    public VariantPlan plan() {
        return new VariantPlan(
                sigmaAngstrom,
                Optional.ofNullable(denoiser)
                        .map(dir -> Path.of(dir).normalize().getFileName().toString()));
    }
}
