package org.nocturne.routes.report;

import org.nocturne.learning.ledger.Quantity;
import org.nocturne.learning.store.LedgerTable;

/** One row of the variance ledger as the report draws it: the interval against its band, in per cent of the bar's width. */
record LedgerLine(LedgerTable.Row row) {
    /** The bar shows the band and as much on either side. */
    private static final double MARGIN = 1;

    public String quantity() {
        String title = Quantity.ofWord(row.quantity()).title();
        return row.part().isEmpty() ? title : title + ", " + row.part();
    }

    public String stage() {
        return Stage.inWords(row.stage());
    }

    public String estimate() {
        return Numbers.fixed(row.estimate(), 3);
    }

    public String interval() {
        return Numbers.fixed(row.low(), 3) + " to " + Numbers.fixed(row.high(), 3);
    }

    public String band() {
        return Numbers.fixed(row.bandLow(), 2) + " to " + Numbers.fixed(row.bandHigh(), 2);
    }

    public int samples() {
        return row.samples();
    }

    public String verdict() {
        return row.verdict();
    }

    public String temperature() {
        return Numbers.fixed(row.temperature().value(), 0) + " K";
    }

    public String source() {
        return row.source();
    }

    public String needed() {
        if (row.needed() < 0) {
            return "more MD";
        }
        return row.needed() == 0 ? Numbers.DASH : String.valueOf(row.needed());
    }

    public String bandLeft() {
        return place(row.bandLow());
    }

    public String bandWidth() {
        return width(row.bandLow(), row.bandHigh());
    }

    public String intervalLeft() {
        return place(row.low());
    }

    public String intervalWidth() {
        return width(row.low(), row.high());
    }

    public String dotLeft() {
        return place(row.estimate());
    }

    private double perCent(double value) {
        double band = row.bandHigh() - row.bandLow();
        double begin = row.bandLow() - MARGIN * band;
        double share = 100 * (value - begin) / (band * (1 + 2 * MARGIN));
        return Double.isFinite(share) ? Math.min(100, Math.max(0, share)) : value > 0 ? 100 : 0;
    }

    private String place(double value) {
        return String.format(java.util.Locale.ROOT, "%.2f%%", perCent(value));
    }

    private String width(double low, double high) {
        return String.format(java.util.Locale.ROOT, "%.2f%%", Math.max(0, perCent(high) - perCent(low)));
    }
}
