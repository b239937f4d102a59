package org.nocturne.learning.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * The page that says what a folder is made of. It is written after the files that it names, so what it names is whole.
 *
 * @param <T> a record that Jackson can write and read
 */
public final class JsonPage<T> {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final CampaignFiles files;
    private final String name;
    private final Class<T> kind;
    private final String format;
    private final Function<T, String> formatOf;

    /**
     * @param name of the file
     * @param format what the page must say of itself, such as nocturne-reference/1
     * @param formatOf what a page says of itself
     */
    public JsonPage(CampaignFiles files, String name, Class<T> kind, String format, Function<T, String> formatOf) {
        this.files = files;
        this.name = name;
        this.kind = kind;
        this.format = format;
        this.formatOf = formatOf;
    }

    /**
     * Empty where there is none yet.
     *
     * @throws IllegalArgumentException naming the file if it is no such page
     */
    public Optional<T> read() {
        Path file = files.resolve(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            T found = JSON.readValue(file.toFile(), kind);
            if (!format.equals(formatOf.apply(found))) {
                throw new IllegalArgumentException(
                        file + ": format is '" + formatOf.apply(found) + "'; this Nocturne reads " + format);
            }
            return Optional.of(found);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": is no page of " + format + ": " + e.getMessage(), e);
        }
    }

    /** @return the page, as it was given */
    public T write(T page) {
        try {
            files.writeText(name, JSON.writeValueAsString(page) + "\n");
            return page;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
