package org.nocturne.core.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Text files as people bring them: with or without a byte order mark, in UTF-8, in UTF-16 where its mark says so, else in Latin-1 (the
 * degree signs and angstroms of older programs). What is no text at all is told as that.
 */
final class TextInput {
    private static final int LOOKED_AT = 8192;

    private TextInput() {}

    /**
     * The whole text, without its byte order mark.
     *
     * @param wanted in words, for the errors
     * @throws FormatException if the file is absent, empty, or no text
     */
    static String read(Path file, String wanted) throws IOException {
        requireFile(file, wanted);
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length == 0) {
            throw new FormatException(file, "is empty; wanted is " + wanted);
        }
        Charset marked = marked(bytes);
        if (marked == null) {
            requireText(file, bytes, bytes.length, wanted);
        }
        String text = marked == null ? decoded(bytes) : new String(bytes, marked);
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (plain.isBlank()) {
            throw new FormatException(file, "is empty; wanted is " + wanted);
        }
        return plain;
    }

    /**
     * Looks at the beginning of a file that is read line by line.
     *
     * @throws FormatException if the file is absent, empty, or no text
     */
    static void require(Path file, String wanted) throws IOException {
        requireFile(file, wanted);
        try (var in = Files.newInputStream(file)) {
            byte[] first = in.readNBytes(LOOKED_AT);
            if (first.length == 0) {
                throw new FormatException(file, "is empty; wanted is " + wanted);
            }
            requireText(file, first, first.length, wanted);
        }
    }

    private static void requireFile(Path file, String wanted) {
        if (!Files.isRegularFile(file)) {
            throw new FormatException(
                    file, (Files.exists(file) ? "is no file" : "there is no such file") + "; wanted is " + wanted);
        }
    }

    private static void requireText(Path file, byte[] bytes, int length, String wanted) {
        for (int k = 0; k < Math.min(length, LOOKED_AT); k++) {
            if (bytes[k] == 0) {
                throw new FormatException(file, "is binary, it holds a zero byte at " + k + "; wanted is " + wanted);
            }
        }
    }

    private static @Nullable Charset marked(byte[] bytes) {
        if (bytes.length < 2) {
            return null;
        }
        int mark = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        return mark == 0xFFFE ? StandardCharsets.UTF_16LE : mark == 0xFEFF ? StandardCharsets.UTF_16BE : null;
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
