package org.nocturne.adapters.lammps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Task;

class LammpsProgressTest {
    private static final Structure ATOM = new Structure(Cell.cubic(5), List.of(Element.SI), new double[3]);
    private static final Task REPLICA =
            new Task.ReplicaTask(ATOM, Kelvin.of(300), Kelvin.of(300), 500, 10, 150, 5, 1, Optional.empty());

    @TempDir
    Path dir;

    private OptionalDouble progress(Task task) throws Exception {
        return new LammpsProgress(1).of(task, "tok", dir);
    }

    private void log(String text) throws Exception {
        Files.writeString(dir.resolve(LammpsInput.LOG), text);
    }

    @Test
    void steps_of_all_stages_are_counted_against_those_that_were_asked_for() throws Exception {
        log("""
                NOCTURNE tok BEGIN
                Step Temp PotEng Atoms
                       0 300 -4 1
                     500 300 -4 1
                Loop time of 1
                Step Temp PotEng Atoms
                       0 300 -4 1
                     250 300 -4 1
                     5
                """);

        assertThat(progress(REPLICA)).hasValue(750.0 / 2000);
    }

    @Test
    void a_log_that_is_not_there_or_of_another_run_tells_nothing() throws Exception {
        assertThat(progress(REPLICA)).isEmpty();
        log("NOCTURNE other BEGIN\nStep Temp PotEng Atoms\n 0 1 1 1\n 500 1 1 1\n");
        assertThat(progress(REPLICA)).isEmpty();
    }

    @Test
    void a_label_has_no_steps() throws Exception {
        log("NOCTURNE tok BEGIN\n");

        assertThat(progress(new Task.LabelTask(ATOM))).isEmpty();
        assertThat(progress(REPLICA)).as("it has begun").hasValue(0);
    }
}
