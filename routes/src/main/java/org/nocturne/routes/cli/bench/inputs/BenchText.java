package org.nocturne.routes.cli.bench.inputs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Scripts and campaign files that a bench carries with it. */
public final class BenchText {
    private BenchText() {}

    /**
     * One of them.
     *
     * @param bench a class of the package beside whose resources it lies
     */
    public static String of(Class<?> bench, String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(bench.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
