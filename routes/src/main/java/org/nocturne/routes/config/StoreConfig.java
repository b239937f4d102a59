package org.nocturne.routes.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where the memory lies: an H2 file in the campaign folder unless a JDBC URL says otherwise.
 *
 * @param url jdbc:postgresql://host/database
 * @param backupMinutes between copies of the H2 file; 0 for none
 * @param passwordFile first line is the password, so that none stands in the campaign file
 */
public record StoreConfig(
        @JsonProperty("url") @Nullable String url,
        @JsonProperty("user") @Nullable String user,
        @JsonProperty("password-file") @Nullable String passwordFile,
        @JsonProperty("backup-minutes") Double backupMinutes) {
    private static final double USUAL_MINUTES = 15;

    public StoreConfig {
        if (url != null && !url.startsWith("jdbc:postgresql:")) {
            throw new ConfigValueException(
                    "url", "is '" + url + "'; wanted is jdbc:postgresql://host/database, or none for H2");
        }
        if (url != null && backupMinutes != null) {
            throw new ConfigValueException(
                    "backup-minutes",
                    "is " + backupMinutes + "; a PostgreSQL database is backed up by those who run it");
        }
        backupMinutes = Wanted.atLeast(
                "backup-minutes", Wanted.orElse(backupMinutes, url == null ? USUAL_MINUTES : 0), 0, "minutes");
        if (url != null && url.toLowerCase(java.util.Locale.ROOT).contains("password=")) {
            throw new ConfigValueException(
                    "url", "holds a password; put it into a file and name that by password-file");
        }
    }

    static StoreConfig inTheFolder() {
        return new StoreConfig(null, null, null, USUAL_MINUTES);
    }

    /** Between backups; zero for none. */
    public Duration backupEvery() {
        return Duration.ofMillis(Math.round(60_000 * backupMinutes));
    }
}
