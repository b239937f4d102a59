package org.nocturne.learning.store;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** Counts the transactions of this process that have changed something. */
final class ChangeCounter implements SqlLogger {
    private static final String READS = "select";

    private final AtomicLong statements = new AtomicLong();
    private final AtomicLong transactions = new AtomicLong();

    long transactions() {
        return transactions.get();
    }

    /**
     * Runs a transaction and counts it when it is over, so that who looks for what has changed finds it. One beside which another writes may be
     * counted too.
     */
    <T> T counting(Supplier<T> transaction) {
        long before = statements.get();
        try {
            return transaction.get();
        } finally {
            if (statements.get() != before) {
                transactions.incrementAndGet();
            }
        }
    }

    @Override
    public void logAfterExecution(StatementContext context) {
        String sql = context.getRenderedSql();
        if (sql == null || !sql.stripLeading().regionMatches(true, 0, READS, 0, READS.length())) {
            statements.incrementAndGet();
        }
    }
}
