package org.nocturne.adapters.lammps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.nocturne.adapters.lammps.RealLammps.done;
import static org.nocturne.adapters.lammps.RealLammps.run;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;

/** The mean cell at a pressure against a run that was made without us, with another thermostat and another barostat. */
@Tag("lammps")
class LammpsCellTest {
    /**
     * src/test/resources/lammps/20210929/npt-silicon-900K: 216 atoms, Nose-Hoover (fix npt), 200 ps; mean edge of the
     * cubic cell.
     */
    private static final double EDGE_900K = 5.44897;

    @TempDir
    Path dir;

    @Test
    void silicon_at_900_K_and_no_pressure_has_the_edge_of_an_independent_run() {
        Structure start = RealLammps.diamond(3);
        Task task = new Task.CellTask(start, Kelvin.of(900), 0, 2000, 12_000, 20, 3);

        double[] volumes = done(Result.Volumes.class, run(RealLammps.silicon(dir), task, dir.resolve("cell")))
                .volumesCubicAngstrom();

        assertThat(volumes).hasSize(600);
        double edge =
                Arrays.stream(volumes).map(v -> Math.cbrt(v) / 3).average().orElseThrow();
        // Var V = kT V / B with B near 0.6 eV/cubic angstrom: 0.2 % in the edge of 216 atoms; 12 ps hold some ten of
        // them.
        assertThat(edge).isCloseTo(EDGE_900K, within(5.431 * 0.0015));
        assertThat(edge).isGreaterThan(5.431 * 1.0015); // it has expanded
    }

    /** 5 GPa on a crystal with a bulk modulus of some 100 GPa: the volume is smaller by some 5 %, the edge by some 1.6 %. */
    @Test
    void pressure_makes_the_cell_smaller_by_what_the_bulk_modulus_allows() {
        Structure start = RealLammps.diamond(3);
        double fiftyKbar = 50 / 1602.176634;
        Task task = new Task.CellTask(start, Kelvin.of(300), fiftyKbar, 2000, 4000, 20, 5);

        double[] volumes = done(Result.Volumes.class, run(RealLammps.silicon(dir), task, dir.resolve("cell")))
                .volumesCubicAngstrom();

        double strain = Math.cbrt(Arrays.stream(volumes).average().orElseThrow()
                        / start.cell().volume())
                - 1;
        assertThat(strain).isBetween(-0.019, -0.011);
    }
}
