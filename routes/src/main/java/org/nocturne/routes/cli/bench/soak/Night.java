package org.nocturne.routes.cli.bench.soak;

/**
 * One night and what was left of it.
 *
 * @param ending of its runner
 * @param jobs that ended, failed ones among them
 * @param failed by themselves or killed
 * @param retrainings by the clock, of all nights so far
 * @param candidates that the campaign has by now
 * @param openHeapMb used after garbage collection while the campaign was still open, with all its history
 * @param left when its runner had ended
 * @param broken what verify found
 */
record Night(
        int number,
        String ending,
        int jobs,
        int failed,
        int retrainings,
        int candidates,
        double openHeapMb,
        Footprint left,
        int broken) {}
