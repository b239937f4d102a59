package org.nocturne.learning.store;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** The tables of a store, by version: those that it has, and those that are known here. */
final class Tables {
    private final Flyway flyway;
    private final String url;

    Tables(HikariDataSource pool, boolean postgres) {
        this.flyway = Flyway.configure()
                .dataSource(pool)
                .locations("classpath:org/nocturne/learning/store/migration")
                .javaMigrations(new QuartzTables(postgres))
                .load();
        this.url = pool.getJdbcUrl().replaceAll(";.*", "");
    }

    boolean areUpToDate() {
        return flyway.info().pending().length == 0;
    }

    /** The one that the store has; 0 before the first. */
    String version() {
        MigrationInfo current = flyway.info().current();
        return current == null ? "0" : current.getVersion().toString();
    }

    /** @throws StoreException if they do not become so, or are newer than what is known here */
    void bringUpToDate() {
        try {
            refuseNewer();
            flyway.migrate();
        } catch (FlywayException e) {
            throw new StoreException(
                    url + ": the tables of the store could not be brought up to date: " + e.getMessage(), e);
        }
    }

    /** Flyway leaves alone what it does not know. */
    private void refuseNewer() {
        for (MigrationInfo applied : flyway.info().applied()) {
            if (applied.getState() == MigrationState.FUTURE_SUCCESS) {
                throw new StoreException(url + ": a newer Nocturne has made this store: its tables are of version "
                        + applied.getVersion() + ", which is not known here");
            }
        }
    }
}
