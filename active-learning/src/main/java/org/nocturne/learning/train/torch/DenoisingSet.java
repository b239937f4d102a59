package org.nocturne.learning.train.torch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.structure.Structure;
import org.nocturne.learning.train.job.WorkFiles;
import org.nocturne.learning.train.network.DenoiserShape;

/** The structures that a denoiser learns from and is judged by. */
record DenoisingSet(List<Specimen> training, List<Specimen> heldOut) {

    /** @param species index of each atom's species */
    record Specimen(Structure structure, int[] species) {

        static Specimen of(Structure structure, DenoiserShape shape) {
            int[] species = new int[structure.size()];
            for (int i = 0; i < species.length; i++) {
                species[i] = shape.species().indexOf(structure.species(i).symbol());
                if (species[i] < 0) {
                    throw new IllegalArgumentException("a structure holds "
                            + structure.species(i).symbol() + "; the denoiser knows " + shape.species());
                }
            }
            return new Specimen(structure, species);
        }
    }

    /** @throws IllegalArgumentException if there is nothing to learn from, or nothing to judge by */
    static DenoisingSet read(Path file, DenoiserShape shape) throws IOException {
        List<Specimen> training = new ArrayList<>();
        List<Specimen> heldOut = new ArrayList<>();
        for (XyzFrame frame : ExtendedXyz.read(file)) {
            boolean judging = frame.number(WorkFiles.HELD_OUT).orElse(0) == 1;
            (judging ? heldOut : training).add(Specimen.of(frame.structure(), shape));
        }
        if (training.isEmpty() || heldOut.isEmpty()) {
            throw new IllegalArgumentException(file + ": " + training.size() + " structures to learn from and "
                    + heldOut.size() + " held out; at least one of each is wanted");
        }
        return new DenoisingSet(training, heldOut);
    }
}
