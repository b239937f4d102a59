package org.nocturne.routes.cli.bench.scattering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.structure.Structure;
import org.nocturne.routes.cli.bench.inputs.Rattled;

/** What the bench says of a kernel is true of it; how long it takes is no matter of tests. */
class KernelsTest {
    @TempDir
    Path dir;

    private final List<Threads> closed = new ArrayList<>();

    /** 4096 atoms, by linked cells in none of its directions, and a sum that is written from the formula alone. */
    @Test
    void a_periodic_cell_is_as_exact_as_it_says() {
        Row row = kernels(2).periodic(8);

        assertThat(row.atoms()).isEqualTo(4096);
        assertThat(row.threads()).isEqualTo(2);
        assertThat(row.errorOverMax()).isBetween(1e-16, 1e-9);
    }

    /** 512 atoms, by the mesh, and a sum over every reciprocal vector and atom. */
    @Test
    void k_points_are_as_exact_as_they_say() {
        Row row = kernels(1).kPoints(4);

        assertThat(row.atoms()).isEqualTo(512);
        assertThat(row.errorOverMax()).isBetween(1e-16, 1e-8);
    }

    @Test
    void the_report_tells_its_greatest_error_and_all_rows() throws Exception {
        List<Row> rows = List.of(
                new Row("periodic", 1000, 400, 2, 0.5, 0.9, 1e-9, null, null, null),
                new Row("periodic", 10_000, 400, 2, 5, 9.0, null, null, null, null),
                new Row("cluster", 10, 400, 2, 0.1, 0.1, 3e-9, 0.4, 0.4, 1e-3));

        JsonNode json = new ObjectMapper().valueToTree(ScatteringReport.of(rows, 5, 0.2));

        assertThat(json.get("max_error_over_max").doubleValue()).isEqualTo(3e-9);
        assertThat(json.get("slope").doubleValue()).isCloseTo(1, within(1e-12));
        assertThat(json.get("rows")).hasSize(3);
        assertThat(json.get("rows").get(2).get("ratio").doubleValue()).isEqualTo(4);
        assertThat(json.get("rows").get(0).get("peer_seconds").isNull()).isTrue();
    }

    @Test
    void a_figure_shows_each_kernel_that_has_a_row() throws Exception {
        List<Row> rows = List.of(
                new Row("periodic", 1000, 400, 2, 0.5, 0.9, 1e-9, null, null, null),
                new Row("periodic", 10_000, 400, 2, 5, 9.0, null, null, null, null),
                new Row("cluster", 1000, 400, 2, 0.1, 0.1, 3e-9, 0.4, 0.4, 1e-3));
        Path figure = dir.resolve("figure.svg");

        ScatteringReport.of(rows, 5, 0.2).plot(figure);

        // words are drawn, so lines are known by their colours: the first three of the palette
        assertThat(figure).content().contains("rgb(0,114,178)", "rgb(213,94,0)", "rgb(0,158,115)");
        assertThatThrownBy(() -> ScatteringReport.of(List.of(), 5, 0.2).plot(figure))
                .hasMessageContaining("nothing was measured");
    }

    /** A kernel that is handed one thread is worked on by no other, for all that its stream is parallel. */
    @Test
    void a_kernel_has_the_threads_that_it_is_given() {
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        try (Threads one = new Threads(1)) {
            one.run(() -> IntStream.range(0, 1000).parallel().forEach(k -> seen.add(Thread.currentThread())));
        }
        assertThat(seen).hasSize(1);

        assertThat(kernels(1).slowMolecule().seconds()).isBetween(1e-7, 1.0);
    }

    private Kernels kernels(int count) {
        Threads threads = new Threads(count);
        closed.add(threads);
        return new Kernels(1, 1, threads, Optional.empty());
    }

    @AfterEach
    void end() {
        closed.forEach(Threads::close);
    }

    @Test
    void a_peer_that_fails_is_no_figure() throws Exception {
        Path broken = Files.writeString(dir.resolve("broken"), "#!/bin/sh\necho no such option >&2\nexit 3\n");
        assertThat(broken.toFile().setExecutable(true)).isTrue();
        Structure cluster = Rattled.molecule(18, 1);

        assertThatThrownBy(() -> new Debyer(broken, dir).pattern(cluster, Kernels.grid(0.5, 20, 40), 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("gave no pattern");
        assertThat(dir.resolve("debyer.txt")).content().contains("no such option");
    }
}
