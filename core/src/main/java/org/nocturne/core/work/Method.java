package org.nocturne.core.work;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How a label was made. Two labels may be compared only if their methods are equal.
 *
 * @param code "lammps"
 * @param version as the code states it
 * @param potential potential or functional, with the hash of its files
 * @param settings what else changes the numbers
 */
public record Method(String code, String version, String potential, String settings) {

    /** Twelve hex digits that stand for this method in the store and in the log. */
    public String id() {
        try {
            String text = String.join("\u0000", code, version, potential, settings);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
