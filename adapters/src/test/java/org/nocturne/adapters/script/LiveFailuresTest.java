package org.nocturne.adapters.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.RunToEnd;
import org.nocturne.adapters.launch.LocalLauncher;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Corrections;
import org.nocturne.core.work.Minimisation;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Task;

/** Failures provoked in the real programs; xtb 6.5.1 and pw.x 6.7 end some of them with exit code 0 or with JOB DONE. */
class LiveFailuresTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path dir;

    private Outcome.Failed failed(String adapter, Map<String, Object> settings, Structure structure) {
        return failed(adapter, settings, new Task.LabelTask(structure));
    }

    private Outcome.Failed failed(String adapter, Map<String, Object> settings, Task task) {
        Code code = Codes.near(dir).find(adapter).orElseThrow().open(settings, dir);
        String token = "failure-" + dir.getFileName();
        Outcome outcome = new RunToEnd(new LocalLauncher()).run(code, task, token, dir.resolve("work"), LIMIT);
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return (Outcome.Failed) outcome;
    }

    private Outcome.Failed espresso(String setting, Object value, Structure structure) {
        assumeTrue(Programs.find("pw.x").isPresent(), "SKIPPED: no pw.x on PATH (Debian package quantum-espresso)");
        Map<String, Object> settings = new HashMap<>(EspressoContractTest.SETTINGS);
        settings.put(setting, value);
        return failed("espresso", settings, structure);
    }

    private Outcome.Failed xtb(Structure structure) {
        assumeTrue(Programs.find("xtb").isPresent(), "SKIPPED: no xtb on PATH (Debian package xtb)");
        return failed("xtb", Map.of(), structure);
    }

    private static Structure molecule(Element element, double... xyz) {
        return new Structure(Cell.open(), java.util.Collections.nCopies(xyz.length / 3, element), xyz);
    }

    @Test
    void electrons_that_do_not_converge() {
        Outcome.Failed failed = espresso("electron_maxstep", 2, EspressoContractTest.SILICON);
        assertThat(failed.cause()).isEqualTo(Cause.NOT_CONVERGED);
        assertThat(failed.detail()).contains("convergence NOT achieved");
    }

    @Test
    void a_cut_off_that_is_none() {
        Outcome.Failed failed = espresso("ecutwfc", -3, EspressoContractTest.SILICON);
        assertThat(failed.cause()).isEqualTo(Cause.BAD_INPUT);
        assertThat(failed.detail()).contains("system_checkin");
    }

    @Test
    void two_atoms_at_one_place() {
        double[] xyz = EspressoContractTest.SILICON.xyzAngstrom();
        System.arraycopy(xyz, 0, xyz, 3, 3);
        assertThat(espresso("ecutwfc", 12, EspressoContractTest.SILICON.withPositions(xyz))
                        .cause())
                .isEqualTo(Cause.BAD_INPUT);
        assertThat(xtb(molecule(Element.H, 0, 0, 0, 0, 0, 0)).cause()).isEqualTo(Cause.BAD_INPUT);
    }

    @Test
    void an_element_without_a_pseudopotential_is_found_before_anything_runs() {
        Structure germanium = new Structure(
                EspressoContractTest.SILICON.cell(),
                List.of(Element.GE, Element.SI),
                EspressoContractTest.SILICON.xyzAngstrom());
        Outcome.Failed failed = espresso("ecutwfc", 12, germanium);
        assertThat(failed.cause()).isEqualTo(Cause.BAD_INPUT);
        assertThat(failed.detail()).contains("inputs.pw.in", "Ge");
    }

    /** xtb 6.5.1 has no parameters beyond radon and crashes. */
    @Test
    void an_element_that_the_code_does_not_know() {
        Outcome.Failed failed = xtb(molecule(Element.U, 0, 0, 0));
        assertThat(failed.cause()).isEqualTo(Cause.BAD_EXIT);
        assertThat(failed.detail()).contains("signal 11");
    }

    /** Exit code 0; only what it prints tells. The correction that is known brings it to its end. */
    @Test
    void an_optimisation_that_does_not_converge_and_the_correction_that_helps() {
        assumeTrue(Programs.find("xtb").isPresent(), "SKIPPED: no xtb on PATH (Debian package xtb)");
        Structure water = new Structure(Cell.open(), List.of(Element.O, Element.H, Element.H), new double[] {
            0.0034, 0.0112, 0.116, 0.013, 0.963, -0.464, 0.021, -0.758, -0.47
        });
        Task task = new Task.MinimiseTask(water, Minimisation.TIGHT);
        Outcome.Failed failed = failed("xtb", Map.of("cycles", 5), task);
        assertThat(failed.cause()).isEqualTo(Cause.NOT_CONVERGED);
        assertThat(failed.detail()).contains("FAILED TO CONVERGE", "exit code 0");

        Code code = Codes.near(dir).find("xtb").orElseThrow().open(Map.of("cycles", 5), dir);
        Code corrected =
                code.corrected(Corrections.NONE.and(failed.remedies().get(0).correction()));
        Outcome again = new RunToEnd(new LocalLauncher()).run(corrected, task, "again", dir.resolve("again"), LIMIT);

        assertThat(again).isInstanceOf(Outcome.Done.class);
        assertThat(corrected.method()).isEqualTo(code.method());
    }

    @Test
    void electrons_that_converge_once_there_are_enough_iterations() {
        Outcome.Failed failed = espresso("electron_maxstep", 5, EspressoContractTest.SILICON);
        Map<String, Object> settings = new HashMap<>(EspressoContractTest.SETTINGS);
        settings.put("electron_maxstep", 5);
        Code code = Codes.near(dir).find("espresso").orElseThrow().open(settings, dir);
        Code corrected =
                code.corrected(Corrections.NONE.and(failed.remedies().get(0).correction()));
        Task task = new Task.LabelTask(EspressoContractTest.SILICON);

        Outcome again = new RunToEnd(new LocalLauncher()).run(corrected, task, "again", dir.resolve("again"), LIMIT);

        assertThat(again).isInstanceOf(Outcome.Done.class);
        assertThat(corrected.method()).isEqualTo(code.method());
    }
}
