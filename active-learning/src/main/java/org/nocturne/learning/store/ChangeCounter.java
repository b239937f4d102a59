package org.nocturne.learning.store;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** Counts the transactions of this process that have changed something. */
final class ChangeCounter implements SqlLogger {
    private static final String READS = "select";

    /** Of the transaction that this thread is in. */
    private final ThreadLocal<Integer> statements = ThreadLocal.withInitial(() -> 0);

    private final AtomicLong transactions = new AtomicLong();

    long transactions() {
        return transactions.get();
    }

    /** Whether the transaction that this thread is in has changed nothing so far. */
    boolean nothingSoFar() {
        return statements.get() == 0;
    }

    /** Runs a transaction, on this thread, and counts it when it is over, so that who looks for what has changed finds it. */
    <T> T counting(Supplier<T> transaction) {
        int around = statements.get(); // of another one that this is begun in
        statements.set(0);
        try {
            return transaction.get();
        } finally {
            if (statements.get() > 0) {
                transactions.incrementAndGet();
            }
            statements.set(around);
        }
    }

    @Override
    public void logAfterExecution(StatementContext context) {
        String sql = context.getRenderedSql();
        if (sql == null || !sql.stripLeading().regionMatches(true, 0, READS, 0, READS.length())) {
            statements.set(statements.get() + 1);
        }
    }
}
