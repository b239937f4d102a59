package org.nocturne.learning.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.learning.store.Subject;

class RemainsTest {
    @TempDir
    Path folder;

    private void file(String name, int bytes) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[bytes]);
    }

    @Test
    void results_are_the_files_that_are_named_after_their_subject() throws Exception {
        file("frames/c0001.extxyz", 100);
        file("frames/c0001.labelled.extxyz", 20);
        file("structures/c0001.inherent.extxyz", 3);
        file("frames/c00010.extxyz", 5000);
        file("frames/r0001.extxyz", 7000);

        assertThat(new Remains(folder).resultBytes(Subject.candidate(1))).isEqualTo(123);
    }

    @Test
    void a_campaign_without_results_has_none() {
        assertThat(new Remains(folder).resultBytes(Subject.replica(1))).isZero();
    }
}
