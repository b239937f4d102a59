package org.nocturne.routes.run;

/** Follows the committed events: the route log of the runner that leads, and nothing in the others. */
interface Journal extends AutoCloseable {
    /** Follows nothing. */
    Journal SILENT = new Journal() {
        @Override
        public long catchUp() {
            return 0;
        }

        @Override
        public void close() {
            // there is nothing open
        }
    };

    /** Brings it up to the last committed event, and says how many have come since the last call. */
    long catchUp();

    @Override
    void close();
}
