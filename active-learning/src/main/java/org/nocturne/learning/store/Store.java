package org.nocturne.learning.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * The memory of one campaign: an H2 file by default, PostgreSQL by its JDBC URL. Everything is read and written inside
 * {@link #inTransaction}: one transition, one transaction, one appended event.
 */
public final class Store implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final Clock clock;
    private final boolean postgres;
    private final Tables tables;
    private final ChangeCounter changes = new ChangeCounter();
    private final Tallies tallies = new Tallies(changes);

    private Store(HikariDataSource pool, Clock clock, boolean postgres) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool).setSqlLogger(changes).registerArrayType(Long.class, "bigint");
        this.clock = clock;
        this.postgres = postgres;
        this.tables = new Tables(pool, postgres);
    }

    /**
     * The H2 store inside a campaign folder. WRITE_DELAY=0 because the default loses acknowledged commits when the process is
     * killed; OPTIMIZE_REUSE_RESULTS=0 because a reused result of {@code exists} may not see what its own transaction has changed.
     * TRACE_LEVEL_FILE=0 because the trace of a store on a full disk takes up the room that it waits for; what H2 complains of it also throws.
     */
    public static String urlInside(Path campaignDir) {
        return "jdbc:h2:file:" + campaignDir.toAbsolutePath().resolve("store")
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;OPTIMIZE_REUSE_RESULTS=0;TRACE_LEVEL_FILE=0";
    }

    /**
     * Opens the H2 store inside a campaign folder, and makes it where there is none. Its tables are made and brought up to date aside, so that it is
     * whole at every moment.
     *
     * @throws StoreException as {@link #open}
     */
    public static Store openInside(Path campaignDir, Clock clock) {
        StoreAside aside = new StoreAside(new StoreFile(campaignDir));
        if (!aside.file().exists()) {
            aside.make(clock);
        }
        Store store = connect(urlInside(campaignDir), "sa", "", clock);
        try {
            Optional<String> outdated = store.tables.outdatedVersion();
            if (outdated.isEmpty()) {
                store.tables.bringUpToDate();
                return store;
            }
            aside.update(store, outdated.get(), clock);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
        store.close();
        return open(urlInside(campaignDir), "sa", "", clock);
    }

    /**
     * Opens the store and brings its tables up to date where it is. PostgreSQL undoes a change that has not ended; H2 does not, so that one in a
     * campaign folder is opened by {@link #openInside}.
     *
     * @throws StoreException if it is locked by another process, cannot be reached, or is of a newer Nocturne
     */
    public static Store open(String jdbcUrl, String user, String password, Clock clock) {
        Store store = connect(jdbcUrl, user, password, clock);
        try {
            store.tables.bringUpToDate();
            return store;
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static Store connect(String jdbcUrl, String user, String password, Clock clock) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(8);
        config.setPoolName("store");
        config.setInitializationFailTimeout(5000);
        return new Store(pool(config, jdbcUrl), clock, jdbcUrl.startsWith("jdbc:postgresql:"));
    }

    private static HikariDataSource pool(HikariConfig config, String jdbcUrl) {
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            String why = String.valueOf(e.getMessage());
            boolean locked = why.contains("already in use") || why.contains("90020");
            throw new StoreException(
                    jdbcUrl.replaceAll(";.*", "")
                            + (locked ? ": another process has this store open" : ": the store does not open: " + why),
                    e);
        }
    }

    /** Runs work in one transaction: all of it is kept, or, when it throws, none. */
    public <T> T inTransaction(Function<Transaction, T> work) {
        T done = changes.counting(() -> jdbi.inTransaction(
                TransactionIsolationLevel.READ_COMMITTED,
                handle -> work.apply(new Transaction(handle, clock, tallies))));
        tallies.keepUp(jdbi);
        return done;
    }

    /** Grows with every transaction of this process that changes something, when it is over. What other processes change is not counted. */
    public long changes() {
        return changes.transactions();
    }

    /**
     * Whether it can still be read. An H2 file that could not be written once closes itself for good; what was committed is in the file.
     * H2 2.4.240 may then turn round for ever in whoever asks it something, so it is asked aside, and for a while only.
     */
    public boolean answers() {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        Thread asking = new Thread(() -> answer.complete(isThere()), "store asked");
        asking.setDaemon(true);
        asking.start();
        return answer.completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private boolean isThere() {
        try {
            return inTransaction(tx -> tx.campaign().find().isPresent());
        } catch (RuntimeException e) {
            return false;
        }
    }

    /**
     * Returns when all commits so far have reached the disk. PostgreSQL does so at each commit; H2 never does by itself, and leaves it to the system
     * when it writes what it was given.
     */
    public void sync() {
        if (!postgres) {
            jdbi.useHandle(handle -> handle.execute("checkpoint sync"));
        }
    }

    /** Bounds the pages of its file that H2 keeps in memory, from now on and when it is opened again; its own bound is 16 MB. Of PostgreSQL others decide. */
    public void cachePages(int mebibytes) {
        if (!postgres) {
            jdbi.useHandle(
                    handle -> handle.execute("set cache_size " + 1024 * mebibytes)); // in kB, and never below 1 MB
        }
    }

    /** Writes a copy of an H2 store, packed, while it is in use; it holds what was committed when this was called, at least. */
    void backupTo(Path file) {
        jdbi.useHandle(handle -> handle.execute("backup to ?", file.toString()));
    }

    /** The connections, for Quartz, which keeps its own tables here. */
    public DataSource dataSource() {
        return pool;
    }

    public boolean isPostgres() {
        return postgres;
    }

    @Override
    public void close() {
        pool.close();
    }
}
