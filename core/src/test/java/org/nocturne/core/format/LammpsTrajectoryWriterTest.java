package org.nocturne.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

class LammpsTrajectoryWriterTest {
    @TempDir
    Path dir;

    @Test
    void what_is_written_comes_back_in_the_axes_of_lammps() throws IOException {
        Cell cell = Cell.periodic(5, 0, 0, -1.1, 6, 0, 0.7, 1.9, 7.5);
        List<Element> species = List.of(Element.SI, Element.O);
        double[] forces = {1 / 3.0, 2, 3, -4, 5, 6e-9};
        XyzFrame one = new XyzFrame(
                new Structure(cell, species, new double[] {0.1, 0.2, 0.3, -7, 8, 9}),
                Map.of("step", new XyzValue.Whole(40)),
                Map.of("forces", new XyzColumn.Reals(3, forces)));
        XyzFrame other = new XyzFrame(
                new Structure(Cell.cubic(9), species, new double[6]), Map.of("step", new XyzValue.Whole(41)), Map.of());
        Path file = dir.resolve("t.dump");
        try (LammpsTrajectoryWriter writer = new LammpsTrajectoryWriter(file)) {
            writer.write(one, 40);
            writer.write(other, 41);
        }
        try (LammpsTrajectoryReader reader = new LammpsTrajectoryReader(file, species)) {
            XyzFrame back = reader.next().orElseThrow();
            assertThat(back.structure().species()).isEqualTo(species);
            assertThat(back.structure().cell().rows()).containsExactly(cell.rows(), within(1e-12));
            assertThat(back.structure().xyzAngstrom())
                    .containsExactly(one.structure().xyzAngstrom(), within(1e-12));
            assertThat(back.reals("forces").orElseThrow()).containsExactly(forces, within(1e-15));
            assertThat(reader.next().orElseThrow()).isEqualTo(other);
            assertThat(reader.next()).isEmpty();
        }
    }
}
