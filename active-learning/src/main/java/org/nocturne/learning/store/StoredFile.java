package org.nocturne.learning.store;

/**
 * A file that a row names, with the hash it had when it was written.
 *
 * @param path relative to the campaign folder
 * @param sha256 64 hex digits
 */
public record StoredFile(String path, String sha256) {}
