package org.nocturne.learning.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Structure;
import org.nocturne.learning.export.parquet.ParquetFile;

/** Parquet: a row for each structure, its arrays as lists. Lines of JSON are written aside first. */
final class ParquetSink implements FrameSink {
    private static final JsonFactory JSON = new JsonFactory();

    private final Path file;
    private final Path lines;
    private final OutputStream out;
    private long longest;

    ParquetSink(Path file) throws IOException {
        this.file = file;
        this.lines = file.resolveSibling(file.getFileName() + ".ndjson");
        this.out = new BufferedOutputStream(Files.newOutputStream(lines));
    }

    @Override
    public void add(ExportedFrame it) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("kind", it.kind().word());
            json.writeStringField("subject", it.subject());
            json.writeStringField("role", it.role());
            json.writeNumberField("ordinal", it.ordinal());
            number(json, "round", it.round());
            json.writeStringField("state", it.state());
            json.writeNumberField("temperature_k", it.temperature().value());
            json.writeStringField("method", it.method());
            number(json, "energy_ev", it.energyEv());
            atoms(json, it);
            json.writeEndObject();
        }
        longest = Math.max(longest, line.size());
        line.writeTo(out);
        out.write('\n');
    }

    private static void atoms(JsonGenerator json, ExportedFrame it) throws IOException {
        Structure structure = it.frame().structure();
        Cell cell = structure.cell();
        json.writeNumberField("atoms", structure.size());
        json.writeArrayFieldStart("numbers");
        for (int atom = 0; atom < structure.size(); atom++) {
            json.writeNumber(structure.species(atom).atomicNumber());
        }
        json.writeEndArray();
        triples(json, "positions_angstrom", structure.xyzAngstrom());
        if (it.frame().reals("forces").isPresent()) {
            triples(json, "forces_ev_per_angstrom", it.frame().reals("forces").get());
        }
        triples(json, "cell_angstrom", cell.rows());
        json.writeArrayFieldStart("pbc");
        for (int axis = 0; axis < 3; axis++) {
            json.writeBoolean(cell.isPeriodic(axis));
        }
        json.writeEndArray();
    }

    private static void triples(JsonGenerator json, String name, double[] values) throws IOException {
        json.writeArrayFieldStart(name);
        for (int k = 0; k < values.length; k += 3) {
            json.writeArray(values, k, 3);
        }
        json.writeEndArray();
    }

    private static void number(JsonGenerator json, String name, @Nullable Number value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else if (value instanceof Integer whole) {
            json.writeNumberField(name, whole);
        } else {
            json.writeNumberField(name, value.doubleValue());
        }
    }

    @Override
    public void finish() throws IOException {
        out.close();
        ParquetFile.of(lines, longest, file);
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(lines);
    }
}
