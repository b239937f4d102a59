package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.format.XyzValue;
import org.nocturne.core.structure.Structure;
import org.nocturne.generator.refinement.Displaced;

/** A refined set as extended XYZ; nothing where no file is asked for. */
final class RefinedFiles {
    private RefinedFiles() {}

    /** Structures with their energies, eV per cell. */
    static void write(@Nullable Path file, List<Structure> set, double[] energiesEv) throws IOException {
        if (file == null) {
            return;
        }
        try (FrameFile frames = new FrameFile(file)) {
            for (int a = 0; a < energiesEv.length; a++) {
                frames.write(new XyzFrame(set.get(a), Map.of("energy", new XyzValue.Real(energiesEv[a])), Map.of()));
            }
            frames.publish();
        }
    }

    /** Every structure under each of its thermal displacements. */
    static void writeThermal(@Nullable Path file, List<Structure> set, Displaced displaced, double temperatureK)
            throws IOException {
        if (file == null) {
            return;
        }
        try (FrameFile frames = new FrameFile(file)) {
            for (int a = 0; a < set.size(); a++) {
                for (double[] u : displaced.fields().get(a)) {
                    Map<String, XyzValue> info = new LinkedHashMap<>();
                    info.put("temperature", new XyzValue.Real(temperatureK));
                    info.put("structure", new XyzValue.Whole(a + 1));
                    frames.write(new XyzFrame(set.get(a).displaced(u), info, Map.of()));
                }
            }
            frames.publish();
        }
    }
}
