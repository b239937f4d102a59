package org.nocturne.learning.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkArchiveTest {
    @TempDir
    Path dir;

    private Path work;

    @BeforeEach
    void write() throws IOException {
        work = Files.createDirectories(
                dir.resolve("work/ab/" + "0123456789".repeat(11))); // longer than a plain tar allows
        Files.writeString(work.resolve(".command.sh"), "echo done\n");
        Files.setPosixFilePermissions(work.resolve(".command.sh"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.write(work.resolve("dump"), new byte[1 << 20]);
        Files.setLastModifiedTime(work.resolve("dump"), FileTime.from(Instant.parse("2026-11-28T22:00:00Z")));
        Files.createDirectories(work.resolve("empty"));
        Files.createDirectories(work.resolve("restart"));
        Files.writeString(work.resolve("restart/größe"), "x");
        Files.createSymbolicLink(work.resolve("Si.sw"), Path.of("../../../Si.sw"));
    }

    private int run(String... command) throws Exception {
        return new ProcessBuilder(command)
                .directory(dir.toFile())
                .inheritIO()
                .start()
                .waitFor();
    }

    @Test
    void what_tar_unpacks_is_what_was_packed() throws Exception {
        Path archive = dir.resolve("one.tar.gz");
        WorkArchive.write(work, archive);
        Path there = Files.createDirectories(dir.resolve("unpacked"));

        assertThat(run("tar", "xzf", archive.toString(), "-C", there.toString()))
                .isZero();

        Path unpacked = there.resolve(work.getFileName());
        assertThat(run("diff", "-r", "--no-dereference", work.toString(), unpacked.toString()))
                .isZero();
        assertThat(Files.getPosixFilePermissions(unpacked.resolve(".command.sh")))
                .contains(PosixFilePermission.OWNER_EXECUTE);
        assertThat(Files.getPosixFilePermissions(unpacked.resolve("dump")))
                .doesNotContain(PosixFilePermission.OWNER_EXECUTE);
        assertThat(Files.getLastModifiedTime(unpacked.resolve("dump")).toInstant())
                .isEqualTo(Instant.parse("2026-11-28T22:00:00Z"));
        assertThat(Files.readSymbolicLink(unpacked.resolve("Si.sw"))).hasToString("../../../Si.sw");
        assertThat(unpacked.resolve("empty")).isEmptyDirectory();
        assertThat(Files.size(archive)).isLessThan(WorkArchive.bytes(work) / 10);
    }

    @Test
    void what_is_no_file_is_not_left_out_in_silence() throws Exception {
        assertThat(run("mkfifo", work.resolve("pipe").toString())).isZero();

        assertThatThrownBy(() -> WorkArchive.write(work, dir.resolve("one.tar.gz")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("pipe is neither file nor folder nor link");
    }
}
