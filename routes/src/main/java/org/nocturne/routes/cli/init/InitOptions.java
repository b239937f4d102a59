package org.nocturne.routes.cli.init;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nocturne.routes.cli.step.AxisOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a person says of a new campaign; null and empty where they do not. */
final class InitOptions {
    @Option(names = "--name", description = "Of the campaign; default: that of the structure file.")
    @Nullable
    String name;

    @Option(names = "--temperature", paramLabel = "KELVIN", description = "At which the spectrum was measured.")
    @Nullable
    Double temperatureK;

    @Option(names = "--radiation", paramLabel = "KIND", description = "xray or neutron.")
    @Nullable
    String radiation;

    @Option(
            names = "--phase",
            paramLabel = "PHASE",
            defaultValue = "crystal",
            description = "crystal, liquid, glass, or auto; default ${DEFAULT-VALUE}.")
    String phase = "crystal";

    @Option(
            names = "--fwhm",
            paramLabel = "WIDTH",
            description = "Of the instrument, full width at half maximum, 1/angstrom; for a crystal.")
    @Nullable
    Double fwhm;

    @Mixin
    AxisOptions axis = new AxisOptions();

    @Option(
            names = "--code",
            paramLabel = "NAME",
            defaultValue = "lammps",
            description = "lammps or builtin; default ${DEFAULT-VALUE}.")
    String code = "lammps";

    @Option(
            names = "--pair",
            paramLabel = "LINE",
            description = "A line of LAMMPS that defines the potential; repeat it.")
    List<String> pair = new ArrayList<>();

    @Option(names = "--potential", paramLabel = "FILE", description = "A file that these lines name; repeat it.")
    List<String> potentials = new ArrayList<>();

    @Option(
            names = "--width",
            paramLabel = "ANGSTROM",
            defaultValue = "15",
            description = "The cell is repeated until it is at least so wide; default ${DEFAULT-VALUE}.")
    double widthAngstrom = 15;

    /** Whether a crystal's pattern is looked for, and its width is needed. */
    boolean isCrystal() {
        return phase.equals("crystal") || phase.equals("auto");
    }
}
