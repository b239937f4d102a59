package org.nocturne.routes.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.nocturne.routes.run.CampaignRunner.ReportWriter;

/**
 * What the runner that leads answers at its control socket: one line of JSON for each word.
 *
 * @param beside is asked what is not known here
 */
record Answers(
        Campaign campaign, Path report, ReportWriter writer, StopSignal stop, Function<String, Optional<String>> beside)
        implements UnaryOperator<String> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String apply(String word) {
        if (word.startsWith(ModelOrder.WORD)) {
            return ModelOrder.answer(word, campaign.store(), campaign.registry());
        }
        if (word.startsWith(TemperatureOrder.WORD)) {
            return TemperatureOrder.answer(word, campaign.temperatures());
        }
        return switch (word) {
            case "status" -> json(Status.of(campaign, report));
            case "report" -> json(writer.write(campaign.store()).toString());
            case "stop" -> {
                stop.wish();
                yield json("stopping");
            }
            default -> beside.apply(word).orElseGet(() -> json("unknown: " + word.replaceAll("[^a-z]", "?")));
        };
    }

    /** Reads what {@link #json} has written. */
    static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("'" + json + "' cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + value, e);
        }
    }
}
