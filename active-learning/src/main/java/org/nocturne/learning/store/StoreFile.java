package org.nocturne.learning.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.nocturne.core.format.DurableFiles;

/**
 * The file of an H2 store that nobody has open. H2 finds the newest commits that are whole and opens with those, be they the last ones or the first
 * ones of all; so that a store opens says nothing of how much of it is there.
 */
public record StoreFile(Path dir) {
    private static final String NAME = "store.mv.db";
    private static final int LOCKED = 90020;

    public Path path() {
        return dir.resolve(NAME);
    }

    public boolean exists() {
        return Files.exists(path());
    }

    /**
     * What a file holds.
     *
     * @param events committed
     * @param begun whether there is a campaign
     * @param endedInOrder whether no runner is in it that has not signed out
     */
    public record Content(long events, boolean begun, boolean endedInOrder) {}

    /**
     * Reads it and changes nothing; all of it, unless the last runner has ended in order. Empty where it cannot be read.
     *
     * @throws StoreException if another process has it open
     */
    public Optional<Content> read() {
        if (!exists()) {
            return Optional.empty();
        }
        String url = Store.urlInside(dir) + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r";
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            if (number(
                            statement,
                            "select count(*) from information_schema.tables where table_name in ('EVENT', 'CAMPAIGN')")
                    < 2) {
                return Optional.of(new Content(0, false, false));
            }
            boolean inOrder =
                    number(statement, "select count(*) from information_schema.tables where table_name = 'RUNNER'") == 1
                            && number(statement, "select count(*) from runner where ended_at is null") == 0;
            if (!inOrder) {
                statement.execute(
                        "script to '/dev/null'"); // a page that is damaged is found when it is read, and not before
            }
            return Optional.of(new Content(
                    number(statement, "select count(*) from event"),
                    number(statement, "select count(*) from campaign") > 0,
                    inOrder));
        } catch (SQLException e) {
            if (e.getErrorCode() == LOCKED) {
                throw new StoreException(path() + ": another process has this store open", e);
            }
            return Optional.empty();
        }
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Has it reach the disk; nobody may have it open: to close a file ends all locks that this process has on it. */
    public void sync() {
        try {
            DurableFiles.sync(path());
        } catch (IOException e) {
            throw new UncheckedIOException(path() + ": " + e.getMessage(), e);
        }
    }

    /** Renames it, so that nothing of it is gone; its new place. */
    public Path setAside(String why) {
        Path aside = path().resolveSibling(NAME + "." + why);
        try {
            return Files.move(path(), aside, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(path() + " cannot be set aside: " + e.getMessage(), e);
        }
    }
}
