package org.nocturne.adapters.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {
    @TempDir
    Path dir;

    @Test
    void files_in_folders_of_the_run_count_and_what_links_lead_to_does_not(@TempDir Path elsewhere) throws Exception {
        Files.writeString(elsewhere.resolve("potential"), "x".repeat(1000));
        Files.writeString(dir.resolve("log"), "12345");
        Files.writeString(Files.createDirectories(dir.resolve("out/save")).resolve("wfc"), "123");
        Files.setLastModifiedTime(dir.resolve("out/save/wfc"), FileTime.fromMillis(4_000_000_000_000L));
        long before = Output.in(dir).bytes();
        Files.createSymbolicLink(dir.resolve("link"), elsewhere);

        assertThat(before).isEqualTo(8);
        assertThat(Output.in(dir).bytes()).isLessThan(1000);
        assertThat(Output.in(dir).newest()).isEqualTo("out/save/wfc");
    }

    @Test
    void as_long_as_nothing_is_written_it_is_the_same() throws Exception {
        Files.writeString(dir.resolve("log"), "12345");
        Output before = Output.in(dir);
        assertThat(Output.in(dir)).isEqualTo(before);

        Files.setLastModifiedTime(dir.resolve("log"), FileTime.fromMillis(1));

        assertThat(Output.in(dir)).isNotEqualTo(before);
    }

    @Test
    void a_folder_that_is_not_there_holds_nothing() throws Exception {
        assertThat(Output.in(dir.resolve("none"))).isEqualTo(new Output(0, 0, 0, ""));
    }
}
