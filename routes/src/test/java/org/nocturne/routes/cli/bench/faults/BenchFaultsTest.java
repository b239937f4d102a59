package org.nocturne.routes.cli.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.docs.Page;
import org.nocturne.routes.cli.step.CommandRun;

/** Real campaigns with a code that goes wrong. The whole table is the command's own. */
class BenchFaultsTest {
    @TempDir
    Path dir;

    @Test
    @Tag("lammps")
    @Tag("slow")
    void a_code_that_hangs_and_one_that_leaves_a_process_behind_cost_no_other_candidate() throws Exception {
        CommandRun run = CommandRun.of(
                "bench",
                "faults",
                "--only",
                "hang",
                "--only",
                "forks-and-exits",
                "--work",
                dir.resolve("work").toString(),
                "--json");

        assertThat(run.code()).as(run.output() + run.error()).isZero();
        JsonNode table = new ObjectMapper().readTree(run.output());
        assertThat(table.get("as_wanted").asInt()).isEqualTo(2);
        assertThat(table.get("faults")).allSatisfy(line -> {
            assertThat(line.get("finished").asBoolean()).isTrue();
            assertThat(line.get("lost").asInt()).isZero();
            assertThat(line.get("orphans").asInt()).isZero();
        });
        assertThat(Files.readString(dir.resolve("work/hang/run/route.log")))
                .contains("cause=STALLED again=yes", "why=\"nothing was written for 6.")
                .contains("corrected=\"seed=another\" ok");
        assertThat(Files.readString(dir.resolve("work/forks-and-exits/run/route.log")))
                .contains("left=1");
    }

    @Test
    void a_fault_that_there_is_not_is_told_with_those_that_there_are() {
        CommandRun run = CommandRun.of("bench", "faults", "--only", "gremlins");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.error()).contains("--only is 'gremlins'; known are hang, deaf, ");
    }

    @Test
    void a_folder_that_is_there_is_not_written_into() {
        CommandRun run = CommandRun.of("bench", "faults", "--work", dir.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.error()).contains("wanted is a new folder");
    }

    @Test
    void the_page_tells_every_fault_and_what_is_recorded_of_it() {
        assertThat(Page.of("docs/reliability.md").all("^(\\| `[a-z-]+` \\| [^|]+ \\| [^|]+ \\|) yes \\|"))
                .containsExactlyElementsOf(Arrays.stream(Fault.values())
                        .map(fault -> "| `" + fault.word() + "` | " + fault.inWords() + " | " + recorded(fault) + " |")
                        .toList());
    }

    private static String recorded(Fault fault) {
        String otherwise = fault == Fault.TWO_RUNNERS ? "refused, exit code 5" : "nothing";
        return fault.wanted().map(Enum::name).orElse(otherwise);
    }

    /** One that the program does not know would be a campaign without a fault. */
    @Test
    void the_program_knows_every_fault_that_is_its_own(@TempDir Path campaign) throws Exception {
        FaultyCampaign.write(campaign, Fault.NAN, Path.of("lmp"));
        List<String> lines = Files.readAllLines(campaign.resolve("faulty.sh"));

        assertThat(Arrays.stream(Fault.values())
                        .filter(fault -> fault.wanted().isPresent())
                        .map(fault -> "    " + fault.word() + ")"))
                .allSatisfy(label -> assertThat(lines).contains(label));
    }
}
