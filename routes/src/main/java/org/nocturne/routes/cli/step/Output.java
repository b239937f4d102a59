package org.nocturne.routes.cli.step;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command prints: as its command line was told, so that a test can hold it. */
public final class Output {
    private Output() {}

    public static PrintWriter of(@Nullable CommandSpec spec) {
        return spec == null
                ? new PrintWriter(System.out, true)
                : spec.commandLine().getOut();
    }

    public static PrintWriter errors(@Nullable CommandSpec spec) {
        return spec == null
                ? new PrintWriter(System.err, true)
                : spec.commandLine().getErr();
    }

    /** Prints a value as one JSON object, for people to read too. */
    public static void json(@Nullable CommandSpec spec, Object value) throws JsonProcessingException {
        of(spec).println(new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValueAsString(value));
    }
}
