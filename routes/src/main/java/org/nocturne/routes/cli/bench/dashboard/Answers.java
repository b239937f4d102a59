package org.nocturne.routes.cli.bench.dashboard;

import org.hipparchus.stat.descriptive.rank.Percentile;
import org.hipparchus.util.ResizableDoubleArray;

/** What pages that are open were answered. */
final class Answers {
    private static final double MEDIAN = 50;
    private static final double NEARLY_ALL = 99;
    private static final double NANOS_OF_MILLI = 1e6;

    private final ResizableDoubleArray millis = new ResizableDoubleArray();
    private int failed;
    private int events;

    /**
     * All of them together.
     *
     * @param answers that came
     * @param failed that did not, or not as they should
     * @param events of which the pages were told
     * @param medianMillis from the question to the whole answer; NaN without any
     */
    record Sum(int answers, int failed, int events, double medianMillis, double p99Millis) {}

    synchronized void came(long nanos) {
        millis.addElement(nanos / NANOS_OF_MILLI);
    }

    synchronized void failed(int more) {
        failed += more;
    }

    synchronized void told() {
        events++;
    }

    synchronized Sum sum() {
        Percentile of = new Percentile();
        of.setData(millis.getElements());
        int n = millis.getNumElements();
        return new Sum(
                n,
                failed,
                events,
                n == 0 ? Double.NaN : of.evaluate(MEDIAN),
                n == 0 ? Double.NaN : of.evaluate(NEARLY_ALL));
    }
}
