package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.store.LedgerTable;
import org.nocturne.learning.store.Store;
import org.nocturne.routes.cli.step.CommandRun;
import org.nocturne.routes.cli.watch.StatusText;

/** A campaign that a person wants at another temperature while it runs, and whose runner then dies. Real LAMMPS. */
@Tag("lammps")
class AddedTemperatureCampaignTest {
    private static final Kelvin ADDED = Kelvin.of(450);
    private static final int COUNT = 20;

    @TempDir
    Path dir;

    private Path campaign() throws Exception {
        Path file = SmallCampaign.write(dir);
        String text = Files.readString(file)
                .replace("correction: {method: baoab, steps: 3}\n", "")
                .replace("repeat: [3, 3, 3]", "repeat: [2, 2, 2]")
                .replace("count: 12, round: 6", "count: " + COUNT + ", round: 10");
        return Files.writeString(file, text);
    }

    private String log() throws Exception {
        Path log = dir.resolve("runs/small/route.log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    private void await(Child runner, String word) throws Exception {
        while (runner.isAlive() && !log().contains(word)) {
            Thread.sleep(20);
        }
        assertThat(log()).as(runner.output()).contains(word);
    }

    @Test
    void it_is_run_learned_from_proposed_and_judged_at_there_too() throws Exception {
        String folder = dir.resolve("runs/small").toString();
        Child run = Child.start(dir, "run", campaign().toString());
        await(run, " propose ");
        CommandRun added = CommandRun.of("add-temperature", folder, "450");
        assertThat(added.code()).as(added.error()).isZero();
        assertThat(added.output()).contains("proposed and judged is at 300K, 450K");
        assertThat(CommandRun.of("add-temperature", folder, "450").error()).contains("450K is there already");
        run.kill();

        Child again = Child.run(dir, "resume", folder);

        assertThat(again.exitCode()).as(again.output()).isZero();
        assertThat(log().lines().filter(line -> line.contains(" temperature ")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("by=person", "T=450K", "replicas=3"));
        try (Store store = Store.openInside(dir.resolve("runs/small"), Clock.systemUTC())) {
            long there = store.inTransaction(tx -> tx.candidates().all()).stream()
                    .filter(candidate -> candidate.temperature().equals(ADDED))
                    .count();
            assertThat(there).isPositive();
            List<LedgerTable.Row> ledger = store.inTransaction(tx -> tx.ledger().newest());
            assertThat(ledger).extracting(LedgerTable.Row::temperature).contains(Kelvin.of(300), ADDED);
        }
        assertThat(Files.readString(dir.resolve("runs/small/report.html"))).contains("added by a person", "450.0 K");
        assertThat(StatusText.lines(StatusReader.read(new CampaignFolder(dir.resolve("runs/small")))))
                .contains("also at     450K");
        CommandRun verified = CommandRun.of("verify", folder);
        assertThat(verified.code()).as(verified.output()).isZero();
        assertThat(CommandRun.of("add-temperature", folder, "600").error())
                .contains("600K cannot be added: all " + COUNT + " candidates are proposed");
    }
}
