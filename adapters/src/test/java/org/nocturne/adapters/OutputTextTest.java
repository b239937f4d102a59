package org.nocturne.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTextTest {
    @TempDir
    Path dir;

    /** Ten gigabytes of holes, which take no room on the disk. */
    private Path huge() throws Exception {
        Path file = dir.resolve("log");
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "rw")) {
            log.seek(10L << 30);
            log.writeBytes("\nERROR: the last word\n");
        }
        return file;
    }

    @Test
    void of_a_file_larger_than_the_memory_the_end_is_read() throws Exception {
        assertThat(OutputText.lastLines(huge())).endsWith("ERROR: the last word");
    }

    @Test
    void a_whole_that_is_too_large_is_refused_with_size_and_limit() throws Exception {
        Path file = huge();

        assertThatThrownBy(() -> OutputText.lines(file))
                .hasMessageContaining("bytes; text of more than 64 MB is not read");
    }

    @Test
    void a_short_file_is_read_from_its_beginning() throws Exception {
        Path file = Files.writeString(dir.resolve("short"), "first\nsecond\n");

        assertThat(OutputText.lastLines(file)).containsExactly("first", "second");
        assertThat(OutputText.lines(file)).containsExactly("first", "second");
    }
}
