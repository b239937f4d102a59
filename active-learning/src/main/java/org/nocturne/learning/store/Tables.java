package org.nocturne.learning.store;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
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

    /**
     * The version that the store has, 0 before the first, where there is a newer one.
     *
     * @throws StoreException if it cannot be read
     */
    Optional<String> outdatedVersion() {
        try {
            MigrationInfoService info = flyway.info();
            MigrationInfo current = info.current();
            String version = current == null ? "0" : current.getVersion().toString();
            return info.pending().length == 0 ? Optional.empty() : Optional.of(version);
        } catch (FlywayException e) {
            throw new StoreException(url + ": the version of the store cannot be read: " + e.getMessage(), e);
        }
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
