package org.nocturne.routes.cli.bench.runners;

/**
 * What is asked for.
 *
 * @param candidates each is relaxed and labelled
 * @param slots of each runner
 * @param kills whether the helper dies after a third of the candidates, and the leader after two thirds
 */
record RunnersOrder(int candidates, int slots, boolean kills) {
    RunnersOrder {
        if (candidates < 1 || slots < 1) {
            throw new IllegalArgumentException(
                    candidates + " candidates on " + slots + " slots; wanted is at least one of each");
        }
    }
}
