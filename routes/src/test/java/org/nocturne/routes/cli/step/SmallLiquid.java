package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/** 256 Lennard-Jones atoms at the density of liquid argon, and references of them. */
public final class SmallLiquid {
    private SmallLiquid() {}

    /** On the lattice from which it is melted: four atoms at 0.02125 per cubic angstrom. */
    public static Structure lattice() {
        double a = 5.73;
        double[] fcc = {0, 0, 0, 0, a / 2, a / 2, a / 2, 0, a / 2, a / 2, a / 2, 0};
        return new Structure(Cell.cubic(a), Collections.nCopies(4, Element.AR), fcc).repeated(4, 4, 4);
    }

    /** Writes argon.yaml and argon.extxyz. */
    public static void write(Path dir) throws IOException {
        Files.writeString(
                dir.resolve("argon.yaml"),
                "pair: ['pair_style lj/cut 8.5', 'pair_coeff * * 0.0103236 3.405']\nelements: [Ar]\ntimestep-fs: 5\n"
                        + "damp-fs: 500\n");
        ExtendedXyz.write(List.of(new XyzFrame(lattice())), dir.resolve("argon.extxyz"));
    }

    /** A reference of these, melted at 400 K, in the folder of this name. */
    public static CommandRun reference(Path dir, String name, String temperatures, String... budget) {
        List<String> words = new ArrayList<>(List.of(
                "reference",
                dir.resolve("argon.extxyz").toString(),
                "--settings",
                dir.resolve("argon.yaml").toString(),
                "--temperatures",
                temperatures,
                "--heat-to",
                "400",
                "--work",
                dir.resolve("work").toString(),
                "--out",
                dir.resolve(name).toString()));
        words.addAll(List.of(budget));
        return CommandRun.of(words.toArray(String[]::new));
    }
}
