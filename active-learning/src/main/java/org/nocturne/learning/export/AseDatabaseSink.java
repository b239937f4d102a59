package org.nocturne.learning.export;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Structure;

/**
 * A database of ASE in its JSON form (ase.db.jsondb): a row for each structure, what the store says as key-value pairs. Nothing but
 * JSON is needed for it, and {@code ase db} makes SQLite of it.
 */
final class AseDatabaseSink implements FrameSink {
    private static final Instant YEAR_2000 = Instant.parse("2000-01-01T00:00:00Z");
    private static final double SECONDS_PER_YEAR = 31_557_600; // ase.db counts years of 365.25 days

    private final JsonGenerator json;
    private final double yearsSince2000;
    private int rows;

    AseDatabaseSink(Path file, Clock clock) throws IOException {
        json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8);
        yearsSince2000 = Duration.between(YEAR_2000, clock.instant()).toSeconds() / SECONDS_PER_YEAR;
        json.writeStartObject();
    }

    @Override
    public void add(ExportedFrame it) throws IOException {
        Structure structure = it.frame().structure();
        rows++;
        json.writeObjectFieldStart(Integer.toString(rows));
        numbers(structure);
        array("positions", structure.xyzAngstrom(), structure.size(), 3);
        array("cell", structure.cell().rows(), 3, 3);
        periodic(structure.cell());
        json.writeNumberField("ctime", yearsSince2000);
        json.writeNumberField("mtime", yearsSince2000);
        json.writeNullField("user");
        String name = it.subject() + " " + it.kind().word() + " " + it.ordinal();
        json.writeStringField(
                "unique_id",
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .replace("-", ""));
        if (it.energyEv() != null) {
            json.writeStringField("calculator", "unknown");
            json.writeObjectFieldStart("calculator_parameters");
            json.writeEndObject();
            json.writeNumberField("energy", it.energyEv());
            double[] forces = it.frame().reals("forces").orElse(new double[0]);
            if (forces.length > 0) {
                array("forces", forces, structure.size(), 3);
            }
        }
        pairs(it);
        json.writeEndObject();
    }

    private void pairs(ExportedFrame it) throws IOException {
        json.writeObjectFieldStart("key_value_pairs");
        json.writeStringField("kind", it.kind().word());
        json.writeStringField("subject", it.subject());
        json.writeStringField("role", it.role());
        json.writeNumberField("ordinal", it.ordinal());
        json.writeNumberField("temperature", it.temperature().value());
        if (it.round() != null) {
            json.writeNumberField("round", it.round());
        }
        if (it.state() != null) {
            json.writeStringField("state", it.state());
        }
        json.writeEndObject();
        if (it.method() != null) { // hex digits may look like a number, which ASE allows no value of a key to do
            json.writeObjectFieldStart("data");
            json.writeStringField("method", it.method());
            json.writeEndObject();
        }
    }

    private void numbers(Structure structure) throws IOException {
        start("numbers", "int64", structure.size());
        for (int atom = 0; atom < structure.size(); atom++) {
            json.writeNumber(structure.species(atom).atomicNumber());
        }
        end();
    }

    private void periodic(Cell cell) throws IOException {
        start("pbc", "bool", 3);
        for (int axis = 0; axis < 3; axis++) {
            json.writeBoolean(cell.isPeriodic(axis));
        }
        end();
    }

    private void array(String name, double[] values, int... shape) throws IOException {
        start(name, "float64", shape);
        for (double value : values) {
            json.writeNumber(value);
        }
        end();
    }

    private void start(String name, String type, int... shape) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeArrayFieldStart("__ndarray__");
        json.writeArray(shape, 0, shape.length);
        json.writeString(type);
        json.writeStartArray();
    }

    private void end() throws IOException {
        json.writeEndArray();
        json.writeEndArray();
        json.writeEndObject();
    }

    @Override
    public void finish() throws IOException {
        json.writeArrayFieldStart("ids");
        for (int row = 1; row <= rows; row++) {
            json.writeNumber(row);
        }
        json.writeEndArray();
        json.writeNumberField("nextid", rows + 1);
        json.writeEndObject();
        json.close();
    }

    /** Leaves what is unfinished unfinished. */
    @Override
    public void close() throws IOException {
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
        json.close();
    }
}
