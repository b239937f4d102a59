package org.nocturne.routes.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** examples/camel-application, built from its sources and started as a person starts it, beside a campaign that writes its log. */
@Timeout(120)
class CamelApplicationExampleTest {
    private static final Path EXAMPLE = Path.of(System.getProperty("nocturne.root"), "examples/camel-application");
    private static final String LOG = """
            22:10:46.475 INFO  propose  campaign=si round=1 cand=c0001 T=300K model=v1 atoms=1000
            22:10:57.392 INFO  label    campaign=si round=1 cand=c0001 T=300K code=lammps try=1 ok U=-4.299197eV/atom took=0.4s
            22:10:58.100 WARN  label    campaign=si round=1 cand=c0002 T=300K code=lammps try=1 failed cause=NOT_FINITE again=no took=0.4s why="nan"
            """;
    private static final String LATER =
            "22:11:09.001 INFO  label    campaign=si round=1 cand=c0003 T=300K code=lammps try=1 ok U=-4.301000eV/atom took=0.4s\n";

    @TempDir
    Path dir;

    @Test
    void labels_that_are_there_and_labels_that_come_stand_in_the_table() throws Exception {
        Path log = Files.writeString(dir.resolve("route.log"), LOG);
        Path classes = Files.createDirectory(dir.resolve("classes"));
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        classes.toString(),
                        EXAMPLE.resolve("src/main/java/org/example/labels/LabelTable.java")
                                .toString());
        assertThat(compiled).isZero();
        String classPath = Stream.of(
                        classes.toString(),
                        EXAMPLE.resolve("src/main/resources").toString(),
                        System.getProperty("java.class.path"))
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElseThrow();
        Process application = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        "org.example.labels.LabelTable",
                        dir.toString(),
                        dir.resolve("out").toString())
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("said").toFile())
                .start();
        try {
            Path table = dir.resolve("out/labels.csv");
            awaitLines(table, 1, application);
            Files.writeString(log, LATER, StandardOpenOption.APPEND);
            awaitLines(table, 2, application);
            assertThat(Files.readAllLines(table))
                    .isEqualTo(List.of("2,c0001,300K,-4.299197eV/atom", "4,c0003,300K,-4.301000eV/atom"));
        } finally {
            application.destroy();
            application.waitFor();
        }
    }

    private void awaitLines(Path file, int count, Process application) throws Exception {
        while (!Files.exists(file) || Files.readAllLines(file).size() < count) {
            assertThat(application.isAlive())
                    .as(Files.readString(dir.resolve("said")))
                    .isTrue();
            Thread.sleep(50);
        }
    }

    @Test
    void its_versions_are_those_of_this_build() throws Exception {
        String camel = CamelContext.class.getPackage().getImplementationVersion();
        assertThat(Files.readString(EXAMPLE.resolve("pom.xml")).replaceAll("\\s+", ""))
                .contains("<artifactId>nocturne-routes</artifactId><version>0.1.0</version>")
                .contains("<artifactId>camel-file</artifactId><version>" + camel + "</version>");
    }
}
