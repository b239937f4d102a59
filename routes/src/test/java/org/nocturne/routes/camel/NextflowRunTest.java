package org.nocturne.routes.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.nextflow.PipelineRun;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;
import org.nocturne.docs.Page;

/** The real engine as a step of a route, in a Camel application that is not a campaign. */
@Timeout(300)
class NextflowRunTest {
    private static final String COUNT = """
            params.structures = null
            params.word = 'atoms'
            params.outdir = 'results'
            process COUNT {
              publishDir params.outdir, mode: 'copy'
              input: path structures
              output: path 'count.txt'
              script:
              \"\"\"
              echo $params.word \\$(grep -c '^Ar ' $structures) > count.txt
              \"\"\"
            }
            workflow { COUNT(Channel.fromPath(params.structures, checkIfExists: true)) }
            """;

    private static final Path EXAMPLES = Path.of(System.getProperty("nocturne.root"), "examples");

    @TempDir
    Path dir;

    private final DefaultCamelContext camel = new DefaultCamelContext();

    private ProducerTemplate start(String more) throws Exception {
        Path script = dir.resolve("main.nf");
        if (!Files.exists(script)) {
            Files.writeString(script, COUNT);
        }
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:count").to("nextflow:run?script=" + script + "&dir=" + dir.resolve("runs") + more);
            }
        });
        camel.start();
        return camel.createProducerTemplate();
    }

    private static List<Structure> twoOfArgon() {
        Structure one = new Structure(Cell.open(), List.of(Element.AR), new double[] {0, 0, 0});
        return List.of(one, one.withPositions(new double[] {1, 0, 0}));
    }

    @Test
    void structures_go_in_and_published_files_come_out_and_the_same_message_repeats_no_task() throws Exception {
        try (camel) {
            ProducerTemplate template = start("");
            PipelineRun run = template.requestBody("direct:count", twoOfArgon(), PipelineRun.class);
            assertThat(run.succeeded()).as(run.said()).isTrue();
            assertThat(run.published())
                    .singleElement()
                    .satisfies(file -> assertThat(file).hasFileName("count.txt").hasContent("atoms 2"));
            PipelineRun again = template.requestBody("direct:count", twoOfArgon(), PipelineRun.class);
            assertThat(again.folder()).isEqualTo(run.folder());
            assertThat(again.published()).isEqualTo(run.published());
            assertThat(Files.readString(run.folder().resolve(".nextflow.log"))).contains("Cached process > COUNT");
        }
    }

    @Test
    void parameters_are_a_map_and_a_run_that_fails_is_an_answer() throws Exception {
        try (camel) {
            ProducerTemplate template = start("&resume=false");
            Path structures = Files.writeString(dir.resolve("a.xyz"), "1\n\nAr 0 0 0\n");
            PipelineRun run = template.requestBody(
                    "direct:count", Map.of("structures", structures.toString(), "word", "many"), PipelineRun.class);
            assertThat(run.published()).singleElement().satisfies(file -> assertThat(file)
                    .hasContent("many 1"));
            PipelineRun failed = template.requestBody("direct:count", dir.resolve("no-such.xyz"), PipelineRun.class);
            assertThat(failed.succeeded()).isFalse();
            assertThat(failed.published()).isEmpty();
            assertThat(failed.said()).contains("no-such.xyz");
            assertThatThrownBy(() -> template.requestBody("direct:count", 7))
                    .rootCause()
                    .hasMessageContaining("the body is 7; wanted are parameters as a map");
        }
    }

    @Test
    void a_pipeline_that_publishes_nothing_is_refused_when_the_route_starts() throws Exception {
        Files.writeString(dir.resolve("main.nf"), COUNT.replace("publishDir params.outdir, mode: 'copy'", ""));
        try (camel) {
            assertThatThrownBy(() -> start("")).rootCause().hasMessageContaining("nothing is published");
        }
    }

    @Test
    @Tag("slow")
    void a_route_that_is_stopped_ends_its_pipeline() throws Exception {
        Files.writeString(
                dir.resolve("main.nf"),
                COUNT.replace("echo $params", "touch '$launchDir/begun'; sleep 200; echo $params"));
        try (camel) {
            camel.getShutdownStrategy().setTimeout(1);
            CompletableFuture<PipelineRun> answer =
                    start("").asyncRequestBody("direct:count", twoOfArgon(), PipelineRun.class);
            while (!begun()) {
                assertThat(answer).isNotDone();
                Thread.sleep(100);
            }
        }
        try (Stream<Path> runs = Files.list(dir.resolve("runs"))) {
            assertThat(runs.filter(Files::isDirectory))
                    .singleElement()
                    .satisfies(run ->
                            assertThat(run.resolve(".command.ended")).content().contains("CANCELLED"));
        }
    }

    private boolean begun() throws Exception {
        if (!Files.isDirectory(dir.resolve("runs"))) {
            return false;
        }
        try (var all = Files.walk(dir.resolve("runs"), 2)) {
            return all.anyMatch(file -> file.endsWith("begun"));
        }
    }

    @Test
    void every_parameter_of_a_run_stands_on_the_page_and_its_route_is_one() throws Exception {
        Page page = Page.of("docs/nextflow.md");
        assertThat(Stream.of(NextflowEndpoint.class.getDeclaredFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                        .map(Field::getName)
                        .filter(name -> !name.equals("action")))
                .hasSize(9)
                .allSatisfy(name -> assertThat(page.text()).contains("\n| `" + name + "` |"));
        Files.writeString(dir.resolve("page.yaml"), page.snippets("yaml").get(0).replace("examples/", EXAMPLES + "/"));
        Main main = new Main();
        main.addInitialProperty("campaign", dir.toString());
        main.configure().withJmxEnabled(false).withAutoStartup(false);
        main.configure().withRoutesIncludePattern("file:" + dir.resolve("page.yaml"));
        main.start();
        try {
            assertThat(main.getCamelContext().getEndpointRegistry().values())
                    .anyMatch(NextflowEndpoint.class::isInstance);
        } finally {
            main.stop();
        }
    }
}
