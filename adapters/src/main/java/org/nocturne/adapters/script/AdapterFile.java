package org.nocturne.adapters.script;

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
import org.nocturne.adapters.CodeSettingsException;
import org.nocturne.core.format.NearestWord;
import org.nocturne.core.format.Sha256;

/** The text of an adapter, read as plain data: no tags, no types, no doubled or unknown keys. */
record AdapterFile(String origin, String text, ScriptAdapter adapter) {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * Reads an adapter.
     *
     * @param origin the file, named in errors
     * @throws CodeSettingsException naming file and line, what was found and what is wanted
     */
    static AdapterFile of(String origin, String text) {
        try {
            ScriptAdapter adapter = YAML.readValue(text, ScriptAdapter.class);
            Completeness.check(adapter);
            Patterns.check(adapter);
            return new AdapterFile(origin, text, adapter);
        } catch (JsonProcessingException e) {
            throw new CodeSettingsException(origin + ":" + line(e, text) + ": " + path(e) + said(e));
        } catch (IllegalArgumentException e) {
            throw new CodeSettingsException(origin + ": " + e.getMessage());
        }
    }

    /** The beginning of its SHA-256: whatever changes in an adapter may change its numbers. */
    String fingerprint() {
        return Sha256.of(text).substring(0, 16);
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
