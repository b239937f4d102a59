package org.nocturne.routes.dashboard;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.Instant;

/** What the page reads. A number that is none is null there; a time is ISO 8601 in UTC. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper().registerModule(module());

    private Json() {}

    static String of(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view cannot be written as JSON: " + value.getClass(), e);
        }
    }

    private static SimpleModule module() {
        SimpleModule module = new SimpleModule();
        module.addSerializer(Double.class, new FiniteNumber());
        module.addSerializer(double.class, new FiniteNumber());
        module.addSerializer(double[].class, new FiniteNumbers());
        module.addSerializer(Instant.class, ToStringSerializer.instance);
        return module;
    }

    private static void write(JsonGenerator json, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeNull();
        }
    }

    private static final class FiniteNumber extends JsonSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider provider) throws IOException {
            write(json, value);
        }
    }

    private static final class FiniteNumbers extends JsonSerializer<double[]> {
        @Override
        public void serialize(double[] values, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartArray();
            for (double value : values) {
                write(json, value);
            }
            json.writeEndArray();
        }
    }
}
