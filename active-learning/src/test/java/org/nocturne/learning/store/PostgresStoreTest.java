package org.nocturne.learning.store;

import java.sql.DriverManager;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class PostgresStoreTest extends StoreContract {
    private static PostgresServer server;
    private Store store;

    @BeforeAll
    static void start() throws Exception {
        Assumptions.assumeTrue(
                PostgresServer.installed().isPresent(), "PostgreSQL is not installed: apt-get install postgresql");
        server = PostgresServer.start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void open() throws Exception {
        try (var connection = DriverManager.getConnection(server.url(), "nocturne", "");
                var statement = connection.createStatement()) {
            statement.execute("drop schema public cascade; create schema public");
        }
        store = Store.open(server.url(), "nocturne", "", Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    Store store() {
        return store;
    }
}
