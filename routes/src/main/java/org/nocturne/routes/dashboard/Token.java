package org.nocturne.routes.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** The word that lets a person change something from the page: in a file of the campaign folder that only its owner may read, new for each server. */
final class Token {
    private static final String FILE = "dashboard.token";
    private static final int BYTES = 24;

    private final byte[] word;
    private final Path file;

    private Token(String word, Path file) {
        this.word = word.getBytes(StandardCharsets.US_ASCII);
        this.file = file;
    }

    static Token make(Path campaignDir) {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String word = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Path file = campaignDir.resolve(FILE);
        Path aside = campaignDir.resolve("." + FILE + ".part");
        try {
            Files.deleteIfExists(aside);
            Files.createFile(aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(aside, word + "\n");
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
        return new Token(word, file);
    }

    /** That of the server of a campaign; empty where none serves. */
    static Optional<String> of(Path campaignDir) {
        try {
            return Optional.of(Files.readString(campaignDir.resolve(FILE)).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Compared in a time that does not tell how much of it was right. */
    boolean is(String said) {
        return MessageDigest.isEqual(word, said.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes the file away, if it is still this one's. */
    void forget() {
        try {
            if (Files.exists(file) && is(Files.readString(file).strip())) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }
}
