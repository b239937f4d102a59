package org.nocturne.routes.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where the memory lies: an H2 file in the campaign folder unless a JDBC URL says otherwise.
 *
 * @param url jdbc:postgresql://host/database
 * @param passwordFile first line is the password, so that none stands in the campaign file
 */
public record StoreConfig(
        @JsonProperty("url") @Nullable String url,
        @JsonProperty("user") @Nullable String user,
        @JsonProperty("password-file") @Nullable String passwordFile) {

    public StoreConfig {
        if (url != null && !url.startsWith("jdbc:postgresql:")) {
            throw new ConfigValueException(
                    "url", "is '" + url + "'; wanted is jdbc:postgresql://host/database, or none for H2");
        }
        if (url != null && url.toLowerCase(java.util.Locale.ROOT).contains("password=")) {
            throw new ConfigValueException(
                    "url", "holds a password; put it into a file and name that by password-file");
        }
    }
}
