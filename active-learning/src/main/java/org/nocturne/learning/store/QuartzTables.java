package org.nocturne.learning.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/** Creates Quartz's own tables by the script that Quartz brings for this database: ours are common, these are per vendor. */
final class QuartzTables implements JavaMigration {
    private final String script;

    QuartzTables(boolean postgres) {
        script = "/org/quartz/impl/jdbcjobstore/" + (postgres ? "tables_postgres.sql" : "tables_h2.sql");
    }

    @Override
    public void migrate(Context context) throws Exception {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute(read().replaceAll("(?im)^\\s*COMMIT\\s*;\\s*$", ""));
        }
    }

    private String read() throws IOException {
        try (InputStream in = QuartzTables.class.getResourceAsStream(script)) {
            if (in == null) {
                throw new IOException("Quartz brings no script " + script);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("2");
    }

    @Override
    public String getDescription() {
        return "quartz tables";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null; // the script belongs to the pinned Quartz version
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }
}
