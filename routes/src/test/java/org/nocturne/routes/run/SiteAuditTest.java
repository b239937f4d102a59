package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nocturne.core.work.Cause;
import org.nocturne.learning.audit.LabelPairs;
import org.nocturne.learning.audit.MethodComparison;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Specimen;
import org.nocturne.learning.store.Specimen.Origin;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.Transaction;
import org.nocturne.routes.cli.step.CommandRun;

/** A second code that is a site's own: a harmonic well around the origin, which does not converge for crystals unless its mixing is small. */
class SiteAuditTest {
    private static final String WELL = """
            name: well
            about: a harmonic well, by awk
            version: {arguments: [-W, version], pattern: '(?i)awk\\s+([\\w.]+)'}
            cell: any
            settings:
              command: {default: [awk], about: the program}
              stiffness: {default: 2.0, about: 'force constant, eV/angstrom^2'}
              mixing: {default: 0.7, aid: true, about: helps it to converge}
              tables: {default: [], about: files that this code has no need of}
            files: [tables]
            potential: harmonic well
            tasks:
              label:
                arguments: [-v, 'k={{ stiffness }}', -v, 'mixing={{ mixing }}', -v, 'crystal={{ periodic ? 1 : 0 }}', -f, well.awk, atoms.txt]
                environment: {LC_ALL: C}
                inputs:
                  atoms.txt: |
                    {% for a in atoms %}
                    {{ a.symbol }} {{ a.x }} {{ a.y }} {{ a.z }}
                    {% endfor %}
                  well.awk: |
                    { e += k / 2 * ($2 * $2 + $3 * $3 + $4 * $4); f[NR] = sprintf("force %.12f %.12f %.12f", -k * $2, -k * $3, -k * $4) }
                    END {
                        if (crystal && mixing > 0.5) { print "not converged"; exit }
                        printf "energy %.12f eV\\n", e
                        for (i = 1; i <= NR; i++) print f[i]
                        print "done"
                    }
                requires:
                  - {file: .command.out, pattern: '^done$'}
                results:
                  energy: {file: .command.out, pattern: '^energy (\\S+) eV', unit: eV}
                  forces: {file: .command.out, after: '^energy', rows: '^force (\\S+) (\\S+) (\\S+)', unit: eV/angstrom}
            failures:
              - cause: NOT_CONVERGED
                pattern: 'not converged'
                corrections:
                  - {set: {mixing: 0.1}}
            """;

    @TempDir
    Path dir;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(dir.resolve("adapters"));
        Files.writeString(dir.resolve("adapters/well.yaml"), WELL);
    }

    private Path file(String audit) throws IOException {
        Path file = SmallCampaign.writeBuiltin(dir);
        return Files.writeString(file, Files.readString(file) + "audit: " + audit + "\n");
    }

    private CampaignFolder folder() {
        return new CampaignFolder(dir.resolve("runs/small"));
    }

    private <R> R ask(Function<Transaction, R> question) {
        try (Store store = folder().openStore(folder().configuration().config())) {
            return store.inTransaction(question::apply);
        }
    }

    @Test
    @Tag("slow")
    void an_adapter_without_java_audits_and_what_helps_it_is_tried() throws Exception {
        Files.writeString(dir.resolve("well.txt"), "a table");
        Path file = file(
                "{code: {name: well, settings: {command: [/usr/bin/awk], tables: {Si: well.txt}}}, most-atoms: 216, frames: {per-round: 1},"
                        + " environments: {per-round: 2, radius: 4, inner-radius: 0}}");

        Child runner = Child.run(dir, "run", file.toString());

        assertThat(runner.exitCode()).as(runner.output()).isZero();
        assertThat(folder().dir().resolve("adapters/well.yaml"))
                .hasSameTextualContentAs(dir.resolve("adapters/well.yaml"));
        assertThat(folder().dir().resolve("well.txt")).hasContent("a table");
        assertThat(folder().dir().resolve("awk")).doesNotExist();
        List<Specimen> specimens = ask(tx -> tx.specimens().all());
        for (Specimen specimen : specimens) {
            List<Job> jobs = ask(tx -> tx.jobs().of(specimen.subject()));
            if (specimen.origin() == Origin.FRAME) {
                assertThat(jobs).extracting(Job::state).containsExactly(Job.State.FAILED, Job.State.DONE);
                assertThat(jobs.get(0).cause()).isEqualTo(Cause.NOT_CONVERGED);
                assertThat(jobs.get(1).corrections().inWords()).isEqualTo("mixing=0.1");
            } else {
                assertThat(jobs).extracting(Job::state).containsExactly(Job.State.DONE, Job.State.DONE);
            }
        }
        Map<Origin, MethodComparison> comparisons = comparisons();
        assertThat(comparisons.get(Origin.FRAME).structures()).isEqualTo(2);
        MethodComparison environments = comparisons.get(Origin.ENVIRONMENT);
        assertThat(environments.structures()).isEqualTo(4);
        assertThat(environments.rmsForce()).as("in the middle of the well").isCloseTo(0, within(1e-9));
        assertThat(environments.forceDifference().value()).isGreaterThan(0.1);
    }

    /** One pair of methods for each origin: a mixing makes no other method. */
    private Map<Origin, MethodComparison> comparisons() {
        return MethodComparison.of(ask(tx -> LabelPairs.of(
                        tx.specimens().all(), tx.specimens().labels(), new CampaignFiles(folder().dir()))))
                .stream()
                .collect(Collectors.toMap(MethodComparison::origin, c -> c));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {code: {name: wel}, most-atoms: 216, frames: {per-round: 1}}                                     | audit.code.name is 'wel'; known are
        {code: {name: well}, most-atoms: 64, frames: {per-round: 1}}                                     | audit.frames: a thermal frame has 216 atoms, and audit.most-atoms is 64
        {code: {name: well}, most-atoms: 64, cells: {per-round: 1, repeat: [3, 2, 2]}}                   | audit.cells: such a cell has 96 atoms
        {code: {name: well}, most-atoms: 16, environments: {per-round: 1, radius: 4, inner-radius: 0}}   | audit.environments: the largest environment has 17 atoms
        {code: {name: well, settings: {stifness: 1}}, most-atoms: 216, frames: {per-round: 1}}           | stifness
        {code: {name: builtin, settings: {potential: stillinger-weber}}, most-atoms: 216, frames: {per-round: 1}} | audit.code is the method of code itself
        """)
    void what_cannot_be_audited_is_told_before_the_night(String audit, String told) throws IOException {
        CommandRun check = CommandRun.of("check", file(audit).toString());

        assertThat(check.code()).isNotZero();
        assertThat(check.error()).contains(told).contains("small.yaml:");
    }

    @Test
    void a_code_that_knows_only_periodic_cells_needs_a_vacuum() throws IOException {
        Files.writeString(dir.resolve("adapters/well.yaml"), WELL.replace("cell: any", "cell: periodic"));
        String audit =
                "{code: {name: well}, most-atoms: 20, environments: {per-round: 1, radius: 4, inner-radius: 0%s}}";

        assertThat(CommandRun.of("check", file(audit.formatted("")).toString()).error())
                .contains("periodic");
        assertThat(CommandRun.of("check", file(audit.formatted(", vacuum: 8")).toString())
                        .code())
                .isZero();
    }
}
