package org.nocturne.adapters.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.nocturne.core.format.Sha256;
import org.nocturne.core.format.WholeFile;
import org.nocturne.core.work.Cause;

/**
 * What the engine answers: result.json, written last and moved into place, with the token of the attempt and the SHA-256 of each file of
 * frames. So what it names is whole, and of this attempt.
 */
final class ResultFile {
    static final String NAME = "result.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ResultFile() {}

    static void clear(Path workDir) throws IOException {
        for (String name : List.of(
                NAME, FrameFile.LABELLED, FrameFile.THERMAL, FrameFile.MELTED, FrameFile.INHERENT, FrameFile.SAMPLED)) {
            Files.deleteIfExists(workDir.resolve(name));
        }
    }

    /** A page that says whose answer it is. */
    static ObjectNode page(String token) {
        return JSON.createObjectNode().put("version", Builtin.VERSION).put("token", token);
    }

    static void putSha256(ObjectNode page, Path file) throws IOException {
        page.withObject("/files").put(String.valueOf(file.getFileName()), Sha256.of(file));
    }

    static void putFailure(ObjectNode page, Cause cause, String detail) {
        page.withObject("/failed").put("cause", cause.name()).put("detail", detail);
    }

    static void write(ObjectNode page, Path workDir) throws IOException {
        Path file = workDir.resolve(NAME);
        Path aside = WholeFile.aside(file);
        Files.writeString(aside, JSON.writeValueAsString(page) + "\n");
        WholeFile.publish(aside, file);
    }

    /** The page, if it is this attempt's and the files that it names are as it names them. */
    static JsonNode read(String token, Path workDir) throws IOException, BadResult {
        Path file = workDir.resolve(NAME);
        if (!Files.exists(file)) {
            throw new BadResult(Cause.UNREADABLE_OUTPUT, file + " was not written");
        }
        JsonNode page = JSON.readTree(file.toFile());
        String found = page.path("token").asText();
        if (found.isEmpty()) {
            throw new BadResult(Cause.UNREADABLE_OUTPUT, file + " names no token");
        }
        if (!found.equals(token)) {
            throw new BadResult(Cause.FOREIGN_OUTPUT, file + " is of run " + found + ", not of " + token);
        }
        if (page.has("failed")) {
            JsonNode failed = page.get("failed");
            throw new BadResult(
                    Cause.valueOf(failed.required("cause").asText()),
                    failed.required("detail").asText());
        }
        for (var named : page.path("files").properties()) {
            Path frames = workDir.resolve(named.getKey());
            if (!Files.exists(frames)
                    || !Sha256.of(frames).equals(named.getValue().asText())) {
                throw new BadResult(Cause.UNREADABLE_OUTPUT, frames + " is not the file that " + file + " names");
            }
        }
        return page;
    }
}
