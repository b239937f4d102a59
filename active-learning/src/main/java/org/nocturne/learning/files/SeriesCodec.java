package org.nocturne.learning.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.stream.IntStream;
import org.nocturne.core.work.Result;

/** The dense series of a replica as JSON: energyEv and temperatureK, one number for each time it was recorded. */
public final class SeriesCodec {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENERGY = "energyEv";

    private SeriesCodec() {}

    public static String encode(Result.Sampled run) {
        try {
            return JSON.writeValueAsString(Map.of(ENERGY, run.energiesEv(), "temperatureK", run.temperaturesK()))
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a series cannot be written as JSON", e);
        }
    }

    /**
     * Potential energies above one that is given, eV per cell.
     *
     * @throws IllegalArgumentException if this is no series
     */
    public static double[] energiesAbove(double groundEv, String text) {
        try {
            JsonNode values = JSON.readTree(text).path(ENERGY);
            return IntStream.range(0, values.size())
                    .mapToDouble(k -> values.get(k).asDouble() - groundEv)
                    .toArray();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a stored series is no JSON: " + e.getMessage(), e);
        }
    }
}
