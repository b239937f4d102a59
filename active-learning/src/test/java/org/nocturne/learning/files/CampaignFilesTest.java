package org.nocturne.learning.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocturne.core.format.Sha256;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;
import org.nocturne.learning.store.StoredFile;

class CampaignFilesTest {
    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "frames/../../outside", "/etc/passwd", "a/b/../../../outside"})
    void a_path_that_leads_out_of_the_folder_is_refused(String path) {
        CampaignFiles files = new CampaignFiles(dir.resolve("campaign"));

        assertThatThrownBy(() -> files.writeText(path, "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(path)
                .hasMessageContaining("leads out of the campaign folder");
        assertThatThrownBy(() -> files.readText(new StoredFile(path, ""))).isInstanceOf(IllegalArgumentException.class);
        assertThat(dir.resolve("outside")).doesNotExist();
    }

    @Test
    void what_is_written_is_read_and_known_by_its_hash() throws IOException {
        CampaignFiles files = new CampaignFiles(dir);

        StoredFile text = files.writeText("a/b/series.json", "{\"ä\": 1}\n");

        assertThat(text.path()).isEqualTo("a/b/series.json");
        assertThat(text.sha256()).isEqualTo(Sha256.of(dir.resolve("a/b/series.json")));
        assertThat(files.readText(text)).isEqualTo("{\"ä\": 1}\n");
        assertThat(Files.list(dir.resolve("a/b"))).hasSize(1);
    }

    @Test
    void a_file_that_has_changed_is_refused() throws IOException {
        CampaignFiles files = new CampaignFiles(dir);
        StoredFile file = files.writeText("x.json", "before");
        Files.writeString(dir.resolve("x.json"), "after");

        assertThatThrownBy(() -> files.readText(file))
                .isInstanceOf(ChangedFileException.class)
                .hasMessageContaining(dir.resolve("x.json").toString())
                .hasMessageContaining(file.sha256());
        Files.delete(dir.resolve("x.json"));
        assertThatThrownBy(() -> files.readText(file)).hasMessageContaining("no file");
    }

    @Test
    void what_fails_halfway_leaves_nothing_under_the_final_name() throws IOException {
        CampaignFiles files = new CampaignFiles(dir);
        StoredFile before = files.writeText("x.extxyz", "before");
        Files.createDirectories(dir.resolve(".x.extxyz.part/in-the-way"));

        assertThatThrownBy(() -> files.writeFrames("x.extxyz", List.of(frame())))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(dir.resolve("x.extxyz").toString());

        assertThat(files.readText(before)).isEqualTo("before");
    }

    private static XyzFrame frame() {
        return new XyzFrame(new Structure(Cell.cubic(5), List.of(Element.SI), new double[3]));
    }
}
