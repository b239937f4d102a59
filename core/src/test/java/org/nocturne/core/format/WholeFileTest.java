package org.nocturne.core.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    Path dir;

    private static void write(Path target, String text) throws IOException {
        Path aside = WholeFile.aside(target);
        Files.writeString(aside, text);
        WholeFile.publish(aside, target);
        assertThat(aside).doesNotExist();
    }

    @Test
    void theOldFileStandsUntilTheNewOneIsWhole() throws IOException {
        Path file = Files.writeString(dir.resolve("a"), "old");
        Path aside = WholeFile.aside(file);
        Files.writeString(aside, "half");
        assertThat(aside.getParent()).isEqualTo(dir.toRealPath());
        assertThat(file).hasContent("old");
        WholeFile.publish(aside, file);
        assertThat(file).hasContent("half");
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path file = Files.writeString(dir.resolve("a"), "old");
        Path link = Files.createSymbolicLink(dir.resolve("link"), file);
        write(link, "new");
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    @Test
    void aPipeIsWrittenToAndStaysAPipe() throws Exception {
        Path pipe = dir.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        CompletableFuture<String> reader = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.readString(pipe);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        write(pipe, "through");
        assertThat(reader.get(10, TimeUnit.SECONDS)).isEqualTo("through");
        assertThat(Files.isRegularFile(pipe)).isFalse();
    }
}
