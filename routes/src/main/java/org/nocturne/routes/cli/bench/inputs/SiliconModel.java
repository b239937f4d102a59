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
    private static final double CUTOFF_ANGSTROM = 3.9;

    private static final double SKIN_ANGSTROM = 0.5;
    private static final Kelvin TEMPERATURE = Kelvin.of(300);

    private SiliconModel() {}

    /**
     * Makes it.
     *
     * @param dir an empty folder
     * @param seed of the first frame; each other takes the next
     */
    public static ModelFolder make(Path dir, long seed) {
        Structure inherent = PerfectSilicon.cell().repeated(CELLS, CELLS, CELLS);
        PotentialEnergySurface surface = new PotentialEnergySurface(
                StillingerWeber.ofLammpsFile(StillingerWeber.SILICON), inherent, SKIN_ANGSTROM);
        try {
            surface.moveTo(inherent.xyzAngstrom());
            InherentStructure atRest = new InherentStructure(inherent, surface.energyEv(), 0);
            ForceModelTrainer trainer =
                    new ForceModelTrainer(atRest, "builtin Stillinger-Weber silicon", CUTOFF_ANGSTROM, 0);
            trainer.train(1, ".", frames(inherent, surface, seed), Sha256.of("seed " + seed), new CampaignFiles(dir));
        } catch (NotFiniteException e) {
            throw new IllegalStateException("the potential of silicon: " + e.getMessage(), e);
        }
        return ModelFolder.read(dir);
    }

    private static List<TrainingFrame> frames(Structure inherent, PotentialEnergySurface surface, long seed)
            throws NotFiniteException {
        List<TrainingFrame> out = new ArrayList<>();
        for (int f = 0; f < FRAMES; f++) {
            Structure moved = Rattled.silicon(CELLS, seed + f);
            surface.moveTo(moved.xyzAngstrom());
            out.add(TrainingFrame.of(
                    inherent, moved, TEMPERATURE, surface.forces().clone()));
        }
        return out;
    }
}
