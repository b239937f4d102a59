package org.nocturne.routes.cli.bench.inputs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nocturne.adapters.builtin.potential.NotFiniteException;
import org.nocturne.adapters.builtin.potential.PotentialEnergySurface;
import org.nocturne.adapters.builtin.potential.StillingerWeber;
import org.nocturne.core.format.Sha256;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.generator.neural.ModelFolder;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.train.ForceModelTrainer;
import org.nocturne.learning.train.TrainingFrame;

/**
 * The force constants of silicon, made on the spot for who has no model yet: of the potential of Stillinger and Weber, from frames whose atoms were
 * moved at random. What a sample costs does not depend on how well they are known.
 */
public final class SiliconModel {
    private static final int CELLS = 3;
    private static final int FRAMES = 8;
    /** Between the second and the third shell of neighbours. */
    public static final double CUTOFF_ANGSTROM = 3.9;

    private static final double SKIN_ANGSTROM = 0.5;
    public static final Kelvin TEMPERATURE = Kelvin.of(300);

    private SiliconModel() {}

    /** What learns around the perfect crystal of 216 atoms. */
    public static ForceModelTrainer trainer() {
        Structure inherent = inherent();
        double energyEv = on(surface(inherent), inherent).energyEv();
        return new ForceModelTrainer(
                new InherentStructure(inherent, energyEv, 0), "builtin Stillinger-Weber silicon", CUTOFF_ANGSTROM, 0);
    }

    /**
     * Makes it.
     *
     * @param dir an empty folder
     * @param seed of the first frame; each other takes the next
     */
    public static ModelFolder make(Path dir, long seed) {
        trainer().train(1, ".", frames(FRAMES, seed), Sha256.of("seed " + seed), new CampaignFiles(dir));
        return ModelFolder.read(dir);
    }

    /**
     * Frames to learn from, with the forces of the potential.
     *
     * @param seed of the first; each other takes the next
     */
    public static List<TrainingFrame> frames(int count, long seed) {
        Structure inherent = inherent();
        PotentialEnergySurface surface = surface(inherent);
        List<TrainingFrame> out = new ArrayList<>();
        for (int f = 0; f < count; f++) {
            Structure moved = Rattled.silicon(CELLS, seed + f);
            out.add(TrainingFrame.of(
                    inherent, moved, TEMPERATURE, on(surface, moved).forces().clone()));
        }
        return out;
    }

    /** The potential around a structure of silicon. */
    public static PotentialEnergySurface surface(Structure around) {
        return new PotentialEnergySurface(StillingerWeber.ofLammpsFile(StillingerWeber.SILICON), around, SKIN_ANGSTROM);
    }

    private static Structure inherent() {
        return PerfectSilicon.cell().repeated(CELLS, CELLS, CELLS);
    }

    private static PotentialEnergySurface on(PotentialEnergySurface surface, Structure structure) {
        try {
            surface.moveTo(structure.xyzAngstrom());
            return surface;
        } catch (NotFiniteException e) {
            throw new IllegalStateException("the potential of silicon: " + e.getMessage(), e);
        }
    }
}
