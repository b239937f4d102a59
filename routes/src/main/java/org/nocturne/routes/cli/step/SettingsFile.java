package org.nocturne.routes.cli.step;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.format.FormatException;

/** Settings of a code as YAML: the block itself, or a campaign file that holds it at code.settings. */
public final class SettingsFile {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private SettingsFile() {}

    /** @throws FormatException naming the file and, where one can be named, the line */
    public static Map<String, Object> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new FormatException(file, "there is no such file; wanted the settings of a code as YAML");
        }
        Map<String, Object> whole = mapping(file, parse(file));
        if (!(whole.get("code") instanceof Map<?, ?> code)) {
            return whole;
        }
        if (code.get("settings") == null) {
            throw new FormatException(file, "has a code block without settings; wanted code.settings");
        }
        return mapping(file, code.get("settings"));
    }

    private static @Nullable Object parse(Path file) throws IOException {
        try {
            return YAML.readValue(file.toFile(), Object.class);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String problem = "is no YAML: "
                    + String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
            throw at == null ? new FormatException(file, problem) : new FormatException(file, at.getLineNr(), problem);
        }
    }

    private static Map<String, Object> mapping(Path file, @Nullable Object found) {
        if (!(found instanceof Map<?, ?> map)) {
            throw new FormatException(file, "found " + found + "; wanted a mapping of settings, such as 'pair: [...]'");
        }
        Map<String, Object> out = new LinkedHashMap<>();
        map.forEach((key, value) -> out.put(String.valueOf(key), value));
        return out;
    }
}
