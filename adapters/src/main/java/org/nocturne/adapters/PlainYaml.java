package org.nocturne.adapters;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.nocturne.core.format.NearestWord;

/** YAML into records: no tags, no types, no doubled or unknown keys. */
public final class PlainYaml {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private PlainYaml() {}

    /**
     * Reads one record.
     *
     * @param origin the file, named in errors
     * @throws CodeSettingsException naming file and line, what was found and what is wanted
     */
    public static <T> T read(String origin, String text, Class<T> type) {
        if (text.lines().map(String::strip).allMatch(line -> line.isEmpty() || line.startsWith("#"))) {
            throw new CodeSettingsException(origin + ":1: is empty");
        }
        try {
            return YAML.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new CodeSettingsException(origin + ":" + line(e, text) + ": " + path(e) + said(e));
        } catch (IllegalArgumentException e) {
            throw new CodeSettingsException(origin + ": " + e.getMessage());
        }
    }

    /** Unknown keys are told at the end of their block, so their line is looked for. */
    private static int line(JsonProcessingException e, String text) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            List<String> lines = text.lines().toList();
            for (int k = 0; k < lines.size(); k++) {
                if (lines.get(k).matches("(.*[{,\\s])?" + Pattern.quote(unknown.getPropertyName()) + "\\s*:.*")) {
                    return k + 1;
                }
            }
        }
        JsonLocation at = e.getLocation();
        return at == null ? 1 : at.getLineNr();
    }

    private static String path(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
            return "";
        }
        return mapping.getPath().stream()
                        .map(r -> r.getFieldName() == null ? String.valueOf(r.getIndex()) : r.getFieldName())
                        .collect(Collectors.joining("."))
                + ": ";
    }

    private static String said(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            Collection<String> known = Objects.requireNonNull(unknown.getKnownPropertyIds()).stream()
                    .map(String::valueOf)
                    .toList();
            return "there is no such key"
                    + NearestWord.of(unknown.getPropertyName(), known)
                            .map(n -> "; did you mean " + n + "?")
                            .orElse("; known are " + String.join(", ", known));
        }
        if (e.getCause() instanceof IllegalArgumentException || e.getCause() instanceof CodeSettingsException) {
            return String.valueOf(e.getCause().getMessage());
        }
        return String.valueOf(e.getOriginalMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll("(java|org)\\.[\\w.$]*[.$]", "")
                .replace("`", "'");
    }
}
