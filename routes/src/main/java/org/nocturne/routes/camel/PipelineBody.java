package org.nocturne.routes.camel;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.nextflow.PipelineOrder;
import org.nocturne.core.format.ExtendedXyzWriter;
import org.nocturne.core.format.Sha256;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.format.XyzValue;
import org.nocturne.core.structure.Structure;

/** What a message says of the run: parameters, a file of structures, or structures. */
final class PipelineBody {
    private static final String STRUCTURES = "structures";
    private static final int DIGITS = 16;

    private PipelineBody() {}

    /**
     * The order with what the message says, on top of what the endpoint says.
     *
     * @param dir where structures are written to, under a name made of their content
     * @throws IllegalArgumentException if the body is none of these
     */
    static PipelineOrder of(@Nullable Object body, PipelineOrder order, Path dir) throws IOException {
        if (body == null || body instanceof String text && text.isBlank()) {
            return order;
        }
        if (body instanceof Map<?, ?> params) {
            PipelineOrder out = order;
            for (Map.Entry<?, ?> param : params.entrySet()) {
                out = out.with(String.valueOf(param.getKey()), param.getValue());
            }
            return out;
        }
        if (body instanceof String || body instanceof Path || body instanceof File) {
            return order.with(
                    STRUCTURES, Path.of(body.toString()).toAbsolutePath().toString());
        }
        if (body instanceof List<?> list && !list.isEmpty() && list.stream().allMatch(Structure.class::isInstance)) {
            return order.with(STRUCTURES, written(list, dir).toString());
        }
        throw new IllegalArgumentException("the body is " + body
                + "; wanted are parameters as a map, the name of a file of structures, or a list of structures");
    }

    /** A file that is there is not written again: by its time the engine knows what it has done with it. */
    private static Path written(List<?> structures, Path dir) throws IOException {
        Path aside = Files.createTempFile(Files.createDirectories(dir), STRUCTURES, ".part");
        try (ExtendedXyzWriter writer = new ExtendedXyzWriter(aside)) {
            for (int k = 0; k < structures.size(); k++) {
                XyzValue id = new XyzValue.Text(String.format(Locale.ROOT, "s%05d", k + 1));
                writer.write(new XyzFrame((Structure) structures.get(k), Map.of("id", id), Map.of()));
            }
        }
        Path file = dir.resolve(STRUCTURES + "-" + Sha256.of(aside).substring(0, DIGITS) + ".extxyz");
        if (Files.exists(file)) {
            Files.delete(aside);
        } else {
            Files.move(aside, file);
        }
        return file.toAbsolutePath();
    }
}
