package org.nocturne.adapters.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nocturne.adapters.FailureKnowledge;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.adapters.script.ScriptAdapter.Steps;
import org.nocturne.adapters.script.ScriptAdapter.TaskKind;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Minimisation;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Remedy;
import org.nocturne.core.work.Task;

/** What real programs left behind when they failed, and what is made of it. Each case has a NOTE with the command and its exit code. */
class RecordedFailuresTest {
    private static final String TOKEN = "recorded";

    @TempDir
    Path dir;

    @ParameterizedTest(name = "{0} {1} is {4}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # code | case                    | task     | exit | cause           | the detail holds                             | what may help
            xtb      | optimisation-unconverged| minimise | 0    | NOT_CONVERGED   | FAILED TO CONVERGE GEOMETRY OPTIMIZATION IN 2| cycles*4 time*2
            xtb      | charges-unconverged     | label    | 1    | NOT_CONVERGED   | charge iterator did not converge             | iterations*4 time*2
            xtb      | atoms-at-one-place      | label    | 1    | BAD_INPUT       | *very* close                                 | -
            xtb      | unknown-element         | label    | 139  | BAD_EXIT        | signal 11                                    | -
            xtb      | no-electrons            | label    | 0    | BAD_INPUT       | # electrons                        -4        | -
            xtb      | wrong-gfn               | label    | 0    | BAD_INPUT       | We have not yet made a GFN7-xTB method       | -
            espresso | electrons-unconverged   | label    | 2    | NOT_CONVERGED   | convergence NOT achieved after   2           | mixing_beta=0.3 electron_maxstep*3 time*2; mixing_beta=0.1 time*2
            espresso | too-few-steps           | minimise | 3    | NOT_CONVERGED   | The maximum number of steps                  | max_steps*4 time*2
            espresso | negative-cut-off        | label    | 1    | BAD_INPUT       | system_checkin (1): ecutwfc out of range     | -
            espresso | atoms-at-one-place      | label    | 1    | BAD_INPUT       | atoms #   1 and #   2 overlap!               | -
            espresso | unknown-functional      | label    | 1    | BAD_INPUT       | NOSUCH: unrecognized dft                     | -
            espresso | unknown-smearing        | label    | 1    | BAD_INPUT       | smearing nosuch unknown                      | -
            espresso | metal-without-smearing  | label    | 1    | BAD_INPUT       | charge is wrong: smearing is needed          | -
            abinit   | electrons-unconverged   | label    | 0    | NOT_CONVERGED   | nstep 3 was not enough SCF cycles            | diemix=0.3 nstep*4 time*2
            abinit   | too-few-steps           | minimise | 0    | NOT_CONVERGED   | was not enough Broyd/MD steps                | max_steps*4 time*2
            abinit   | negative-cut-off        | label    | 14   | BAD_INPUT       | "ecut" is compulsory                         | -
            abinit   | atoms-at-one-place      | label    | 14   | BAD_INPUT       | located at the same point of the unit cell   | -
            abinit   | unknown-occupation      | label    | 14   | BAD_INPUT       | occopt=77 is not an allowed value            | -
            gpaw     | electrons-unconverged   | label    | 1    | NOT_CONVERGED   | KohnShamConvergenceError: Did not converge   | mixing=0.02 maxiter*3 time*2
            gpaw     | too-few-steps           | minimise | 1    | NOT_CONVERGED   | steps of the minimisation were not enough    | max_steps*4 time*2
            gpaw     | no-gap                  | label    | 1    | NOT_CONVERGED   | the gap of 0.000 eV is below 0.1 eV          | -
            gpaw     | no-setup                | label    | 1    | MISSING_PROGRAM | PAW dataset file "U.LDA"                     | -
            gpaw     | unknown-functional      | label    | 1    | BAD_INPUT       | ValueError                                   | -
            gpaw     | atoms-at-one-place      | label    | 1    | BAD_INPUT       | Atoms are too close                          | -
            gpaw     | negative-cut-off        | label    | 1    | BAD_INPUT       | TypeError                                    | -
            ase      | too-few-steps           | minimise | 1    | NOT_CONVERGED   | steps of the minimisation were not enough    | max_steps=20000 time*2
            ase      | no-calculator           | label    | 1    | MISSING_PROGRAM | No module named 'nosuch'                     | -
            ase      | no-such-class           | label    | 1    | MISSING_PROGRAM | has no attribute 'Best'                      | -
            ase      | unknown-element         | label    | 1    | BAD_INPUT       | No EMT-potential for Si                      | -
            ase      | wrong-option            | label    | 1    | BAD_INPUT       | NameError: name 'asap_cutoff'                | -
            """)
    void a_failure_comes_out_with_its_cause_and_what_may_help(
            String code, String name, String task, int exitCode, Cause cause, String detail, String help)
            throws IOException {
        copy(code, name);

        Outcome outcome = read(code, task, Finished.byItself(exitCode, Duration.ofSeconds(1)));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.cause()).isEqualTo(cause);
            assertThat(failed.detail()).contains(detail);
            assertThat(words(failed.remedies())).isEqualTo(help == null ? "" : help);
        });
    }

    private static String words(List<Remedy> remedies) {
        return String.join(
                "; ", remedies.stream().map(r -> r.correction().inWords()).toList());
    }

    @ParameterizedTest
    @CsvSource({"xtb", "espresso", "abinit", "gpaw", "ase"})
    void a_good_output_is_good_until_the_run_ended_otherwise(String code) throws IOException {
        copy(code, "good-label");

        assertThat(read(code, "label", Finished.byItself(0, Duration.ZERO))).isInstanceOf(Outcome.Done.class);
        requireCause(Cause.KILLED, read(code, "label", Finished.byItself(137, Duration.ZERO)));
        requireCause(Cause.KILLED, read(code, "label", Finished.byItself(Finished.NO_EXIT_CODE, Duration.ZERO)));
        requireCause(Cause.BAD_EXIT, read(code, "label", Finished.byItself(1, Duration.ZERO)));
        Outcome late = read(code, "label", new Finished(124, Duration.ZERO, Optional.of(Cause.TIMED_OUT)));
        requireCause(Cause.TIMED_OUT, late);
        assertThat(words(((Outcome.Failed) late).remedies())).isEqualTo("time*2");
    }

    /** Cut anywhere before its last word, an output is not whole. */
    @ParameterizedTest
    @CsvSource({
        "xtb, gradient",
        "espresso, .command.out",
        "abinit, .command.out",
        "gpaw, .command.out",
        "ase, .command.out"
    })
    void no_beginning_of_an_output_passes_for_the_whole(String code, String file) throws IOException {
        copy(code, "good-label");
        String whole = Files.readString(dir.resolve(file));
        String end =
                switch (code) {
                    case "xtb" -> "$end";
                    case "espresso" -> "JOB DONE";
                    case "abinit" -> "Calculation completed";
                    default -> "whole";
                };
        for (int length = 0; length <= whole.lastIndexOf(end); length += Math.max(1, whole.length() / 60)) {
            Files.writeString(dir.resolve(file), whole.substring(0, length));
            assertThat(read(code, "label", Finished.byItself(0, Duration.ZERO)))
                    .as("cut at %d characters", length)
                    .isInstanceOf(Outcome.Failed.class);
        }
    }

    /** The table above forgets none of the cases that were recorded. */
    @Test
    void every_recorded_case_is_in_the_table() throws Exception {
        String table = RecordedFailuresTest.class
                .getDeclaredMethod(
                        "a_failure_comes_out_with_its_cause_and_what_may_help",
                        String.class,
                        String.class,
                        String.class,
                        int.class,
                        Cause.class,
                        String.class,
                        String.class)
                .getAnnotation(CsvSource.class)
                .textBlock();
        for (String code : List.of("xtb", "espresso", "abinit", "gpaw", "ase")) {
            try (Stream<Path> cases = Files.walk(Path.of("src/test/resources", code), 2)) {
                assertThat(cases.filter(p -> Files.exists(p.resolve("NOTE")))
                                .map(p -> p.getFileName().toString()))
                        .hasSizeGreaterThan(4)
                        .allMatch(name -> name.equals("good-label") || table.contains(name));
            }
        }
    }

    private static void requireCause(Cause wanted, Outcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.cause())
                .isEqualTo(wanted));
    }

    private Outcome read(String code, String task, Finished run) {
        ScriptAdapter adapter = AdapterFile.of(
                        code, Codes.near(dir).find(code).orElseThrow().text())
                .adapter();
        boolean label = task.equals("label");
        Structure start = start(code);
        Steps steps = adapter.tasks().get(label ? TaskKind.LABEL : TaskKind.MINIMISE);
        return new ScriptOutput(FailureKnowledge.of(code, adapter.failures(), dir), steps, steps.results())
                .read(
                        label ? new Task.LabelTask(start) : new Task.MinimiseTask(start, Minimisation.TIGHT),
                        TOKEN,
                        dir,
                        run);
    }

    private Structure start(String code) {
        if (code.equals("ase")) {
            return Codes.near(dir)
                    .find(code)
                    .orElseThrow()
                    .provider()
                    .sample()
                    .orElseThrow()
                    .structure();
        }
        return code.equals("xtb")
                ? new Structure(Cell.open(), List.of(Element.O, Element.H, Element.H), new double[9])
                : EspressoContractTest.SILICON;
    }

    private void copy(String code, String name) throws IOException {
        Path version;
        try (Stream<Path> versions = Files.list(Path.of("src/test/resources", code))) {
            version = versions.findFirst().orElseThrow();
        }
        try (Stream<Path> files = Files.list(version.resolve(name))) {
            for (Path file : files.toList()) {
                String as = file.getFileName().toString().replaceFirst("^command", ".command");
                Files.copy(file, dir.resolve(as));
            }
        }
        Files.writeString(dir.resolve("token.txt"), TOKEN + "\n");
    }
}
