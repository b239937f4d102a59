package org.nocturne.learning.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.work.Correction;
import org.nocturne.core.work.Corrections;

/** Corrections as the text of a row: whole, so that a resume does not depend on the files that they came from. */
final class CorrectionsCodec {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    private CorrectionsCodec() {}

    static String write(Corrections corrections) {
        try {
            return JSON.writeValueAsString(corrections.inOrder());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("corrections cannot be written as JSON: " + corrections.inWords(), e);
        }
    }

    static Corrections read(@Nullable String text) {
        try {
            return text == null
                    ? Corrections.NONE
                    : new Corrections(JSON.readValue(text, new TypeReference<List<Correction>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the corrections of a job cannot be read: " + text, e);
        }
    }
}
