package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.routes.cli.step.CommandRun;

/** What would be found at night is found before. */
class RehearsalTest {
    @TempDir
    Path dir;

    private CommandRun rehearse(Path file) {
        return CommandRun.of(
                "rehearse", file.toString(), "--dir", dir.resolve("rehearsal").toString());
    }

    private Path lammps(String changed, String to) throws IOException {
        Path file = SmallCampaign.write(dir);
        String text = Files.readString(file);
        assertThat(text).contains(changed);
        return Files.writeString(file, text.replace(changed, to));
    }

    @Test
    @Tag("lammps")
    void a_campaign_that_will_run_is_told_so_with_what_it_takes() throws IOException {
        Path file = SmallCampaign.write(dir);

        CommandRun seen = rehearse(file);

        assertThat(seen.code()).as(seen.output() + seen.error()).isZero();
        assertThat(seen.output())
                .contains("good  campaign", "good  steps", "good  kill -9", "good  verify", "good  disk", "in all: ");
        CommandRun planned = CommandRun.of(
                "plan", file.toString(), "--from", dir.resolve("rehearsal").toString(), "--json");
        assertThat(planned.code()).as(planned.error()).isZero();
        assertThat(planned.output()).contains("\"what\":\"relax\",\"count\":12", "\"wallHours\":");
    }

    @Test
    void a_missing_program_is_found() throws IOException {
        CommandRun seen = rehearse(lammps("[lmp]", "[no-such-lmp]"));

        assertThat(seen.code()).isEqualTo(2);
        assertThat(seen.error()).contains("no-such-lmp");
    }

    @Test
    @Tag("lammps")
    void a_potential_that_the_program_refuses_is_found() throws IOException {
        Path file = SmallCampaign.write(dir);
        Files.writeString(dir.resolve("Si.sw"), "Si Si Si 2.1683 no number\n"); // before that of the package

        CommandRun seen = rehearse(file);

        assertThat(seen.code()).as(seen.output()).isEqualTo(4);
        assertThat(seen.output()).contains("BAD   campaign", "could not be minimised");
    }

    @Test
    @Tag("lammps")
    void a_line_of_the_input_that_the_program_refuses_is_found() throws IOException {
        CommandRun unknown = rehearse(lammps("pair_style sw", "pair_style swx"));
        CommandRun wrong = rehearse(lammps("pair_coeff * * Si.sw Si", "pair_coeff * * Si.sw"));

        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.error()).contains("swx");
        assertThat(wrong.code()).as(wrong.output()).isEqualTo(4);
        assertThat(wrong.output()).contains("BAD   campaign", "could not be minimised");
    }

    @Test
    void a_disk_with_less_than_is_to_be_kept_free_is_found_before_anything_is_run() throws IOException {
        Path file = SmallCampaign.writeBuiltin(dir);
        Files.writeString(file, "budget: {keep-free-mb: 1000000000}\n", StandardOpenOption.APPEND);

        CommandRun seen = rehearse(file);

        assertThat(seen.code()).isEqualTo(4);
        assertThat(seen.output()).contains("BAD   disk", "budget.keep-free-mb wants 1000000000");
        assertThat(dir.resolve("rehearsal")).doesNotExist();
    }

    @Test
    void a_folder_that_cannot_be_made_is_found() throws IOException {
        Path file = SmallCampaign.writeBuiltin(dir);
        Files.writeString(dir.resolve("blocked"), "a file");

        CommandRun seen = CommandRun.of(
                "rehearse",
                file.toString(),
                "--dir",
                dir.resolve("blocked/runs").toString());

        assertThat(seen.code()).isEqualTo(2);
        assertThat(seen.error()).contains(dir.resolve("blocked").toString());
    }

    @Test
    @Tag("lammps")
    void an_address_that_nobody_answers_and_a_disk_that_is_too_small_are_found() throws IOException {
        Path file = lammps("count: 12, round: 6", "count: 1000000000, round: 1000000");
        Files.writeString(dir.resolve("url"), "http://127.0.0.1:9/nobody\n");
        Files.writeString(file, "notify: {webhook: {url-file: url}}\n", StandardOpenOption.APPEND);

        CommandRun seen = rehearse(file);

        assertThat(seen.code()).as(seen.output() + seen.error()).isEqualTo(1);
        assertThat(seen.output()).contains("BAD   webhook    a notice did not arrive", "BAD   disk       the campaign");
    }
}
