package org.nocturne.routes.cli.bench;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nocturne.adapters.launch.ShellWords;
import org.nocturne.adapters.nextflow.CommandWords;
import org.nocturne.adapters.nextflow.NextflowJvm;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** In whose hands a test of the engine is: its own, those of {@code nocturne nextflow}, or with every task handed to Camel. */
enum EngineCommand {
    PLAIN,
    NOCTURNE,
    CAMEL;

    /** From its word on the command line. */
    static final class FromWord implements ITypeConverter<EngineCommand> {
        @Override
        public EngineCommand convert(String text) {
            return Arrays.stream(values())
                    .filter(way -> way.word().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "found '" + text + "'; wanted is one of plain, nocturne, camel"));
        }
    }

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The engine's own way to name the executor of processes that name none. */
    Map<String, String> variables() {
        return this == CAMEL ? Map.of("NXF_EXECUTOR", "camel") : Map.of();
    }

    /**
     * Writes a script that can be called in the place of nextflow.
     *
     * @param main the class of the command nocturne
     */
    Path write(Path folder, Class<?> main) throws IOException {
        NextflowJvm jvm = NextflowJvm.ofThisOne();
        List<String> words = this == PLAIN
                ? jvm.command(new CommandWords(List.of()), Map.of()).arguments()
                : List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-D" + NextflowJvm.JARS_PROPERTY + "=" + jvm.jars().toAbsolutePath(),
                        main.getName(),
                        "nextflow");
        Path script = folder.resolve(word() + ".sh");
        Files.writeString(
                script,
                "#!/bin/bash\nexport NXF_OFFLINE=true NXF_DISABLE_CHECK_LATEST=true\nexec " + ShellWords.quote(words)
                        + " \"$@\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script;
    }
}
