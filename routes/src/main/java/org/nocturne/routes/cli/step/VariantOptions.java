package org.nocturne.routes.cli.step;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.generator.variant.Bonds;
import org.nocturne.generator.variant.Denoiser;
import org.nocturne.generator.variant.PartialNoising;
import picocli.CommandLine.Option;

/** How many variants, how far from their parents, how large. */
final class VariantOptions {
    @Option(
            names = "--sigma",
            defaultValue = "0.4",
            paramLabel = "ANGSTROM",
            description = "Noise that is put on and taken away; more of it gives more new bonds and higher energies;"
                    + " default ${DEFAULT-VALUE}.")
    double sigma = 0.4;

    @Option(
            names = "--count",
            defaultValue = "4",
            paramLabel = "N",
            description = "Variants; default ${DEFAULT-VALUE}.")
    int count = 4;

    @Option(
            names = "--tile",
            split = ",",
            defaultValue = "1,1,1",
            paramLabel = "N",
            description =
                    "Copies of the parent side by side, each of which becomes another, such as 2,2,2; default 1,1,1.")
    List<Integer> tile = List.of(1, 1, 1);

    @Option(
            names = "--parents",
            split = ",",
            paramLabel = "ID",
            description = "Quenches to vary, such as rate10-1,rate10-2; default: all of the library in turn.")
    List<String> parents = List.of();

    @Option(names = "--seed", defaultValue = "1", description = "Seed; default ${DEFAULT-VALUE}.")
    long seed = 1;

    @Option(
            names = "--denoise-steps",
            defaultValue = "40",
            paramLabel = "N",
            description = "In which the noise is taken away; default ${DEFAULT-VALUE}.")
    int denoiseSteps = PartialNoising.STEPS;

    @Option(
            names = "--churn",
            defaultValue = "0.7",
            paramLabel = "ETA",
            description = "Share of the noise that is made anew in each step, 0 to 1; default ${DEFAULT-VALUE}.")
    double churn = PartialNoising.CHURN;

    @Option(
            names = "--bond",
            paramLabel = "ANGSTROM",
            description =
                    "Atoms nearer than this are bonded, the first minimum of g(r); default: 5/4 of the mean distance to the"
                            + " nearest neighbour.")
    @Nullable
    Double bond;

    @Option(
            names = "--anneal-to",
            paramLabel = "KELVIN",
            description = "Heat the minimised variants to this temperature in the code, and minimise them again.")
    private @Nullable Double annealK;

    @Option(
            names = "--anneal-steps",
            defaultValue = "2500",
            paramLabel = "N",
            description = "MD steps of that; default ${DEFAULT-VALUE}.")
    int annealSteps = 2500;

    @Nullable
    Kelvin anneal() {
        return annealK == null ? null : Kelvin.of(annealK);
    }

    /** @throws IllegalArgumentException naming what the denoiser has not learned */
    void check(Denoiser denoiser) {
        if (!(sigma >= denoiser.leastNoiseAngstrom() && sigma <= denoiser.mostNoiseAngstrom())) {
            throw new IllegalArgumentException("--sigma is " + sigma + " angstrom; the denoiser has learned "
                    + denoiser.leastNoiseAngstrom() + " to " + denoiser.mostNoiseAngstrom());
        }
    }

    /** @throws IllegalArgumentException naming what cannot be meant */
    void check() {
        if (!(sigma > 0)) {
            throw new IllegalArgumentException("--sigma is " + sigma + " angstrom; it must be above 0");
        }
        if (count < 1 || annealSteps < 1) {
            throw new IllegalArgumentException(
                    "--count is " + count + ", --anneal-steps " + annealSteps + "; at least 1 is wanted");
        }
        if (tile.size() != 3 || tile.stream().anyMatch(t -> t < 1)) {
            throw new IllegalArgumentException(
                    "--tile is " + tile + "; three whole numbers of at least 1 are wanted, such as 2,2,2");
        }
        if (bond != null && !(bond > 0)) {
            throw new IllegalArgumentException("--bond is " + bond + " angstrom; it must be above 0");
        }
    }

    Structure tiled(Structure parent) {
        return parent.repeated(tile.get(0), tile.get(1), tile.get(2));
    }

    /** Within which atoms of this structure are bonded. */
    double bondAngstrom(Structure structure) {
        return bond != null ? bond : Bonds.usualCutoffAngstrom(structure);
    }
}
