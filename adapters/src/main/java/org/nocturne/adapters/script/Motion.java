package org.nocturne.adapters.script;

import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.script.ScriptAdapter.Frames;
import org.nocturne.adapters.script.ScriptAdapter.Number;
import org.nocturne.adapters.script.ScriptAdapter.Series;

/**
 * Where the answers of molecular dynamics stand. Files are extended XYZ in eV, angstrom and eV/angstrom, positions as the atoms went, not put
 * back into the cell, forces without those of a thermostat. In a batch each structure has files of its own, in whose names <code>{id}</code> stands for
 * its id.
 *
 * @param before energy of the structure before anything moved; of relax
 * @param frames name of the file: of relax the one frame where the motion ended, of replica all frames in time order
 * @param inherent name of the file with the one minimised frame; of relax
 * @param series of energy and kinetic temperature, from after the equilibration; its first record may be that of the start
 * @param energy key of the comment lines; energy unless said
 * @param forces column; forces unless said
 * @param heats whether a replica is first heated to {@code heat_to}, and cooled over {@code cooling_ps} where that is above 0; without it
 *     such replicas are refused
 */
record Motion(
        @Nullable Number before,
        String frames,
        @Nullable String inherent,
        Series series,
        String energy,
        String forces,
        boolean heats) {
    Motion {
        energy = energy == null ? "energy" : energy;
        forces = forces == null ? "forces" : forces;
    }

    /** Stands in the names of files for the id that a structure of a batch has. */
    static final String ID = "{id}";

    Frames asFrames(String file) {
        return new Frames(file, energy, forces, null);
    }

    /** Whether there is a file of each structure, so that many are done in one run. */
    boolean isOfBatch() {
        return frames.contains(ID);
    }

    /** Where the answers for one structure of a batch stand. */
    Motion of(String id) {
        return new Motion(
                before == null ? null : new Number(before.file().replace(ID, id), before.pattern(), before.unit()),
                frames.replace(ID, id),
                inherent == null ? null : inherent.replace(ID, id),
                new Series(series.file().replace(ID, id), series.pattern(), series.unit()),
                energy,
                forces,
                heats);
    }
}
