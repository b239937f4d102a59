package org.nocturne.routes.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The JSON Schema of campaign files, for editors. It is made of the records of this package, of what they answer to nonsense, and of
 * docs/configuration.md by a test, which fails when it is out of date and says how to renew it.
 */
public final class CampaignSchema {
    /** Beside this class. */
    static final String RESOURCE = "campaign.schema.json";

    private CampaignSchema() {}

    public static String text() {
        try (InputStream in = CampaignSchema.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("resource " + RESOURCE + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
