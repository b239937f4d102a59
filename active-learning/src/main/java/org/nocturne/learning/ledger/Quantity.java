package org.nocturne.learning.ledger;

/** What the ledger judges (SCIENCE section 6), each with the band a generator must stay in. */
public enum Quantity {
    /** (generated - reference) / reference of the mean thermal energy above the inherent structure, per cent. */
    MEAN_ENERGY("mean-energy", "mean energy error, %", -1, 1),
    /** Variance of the potential energy over kB T^2 dU/dT. */
    ENERGY_VARIANCE("rho-U", "energy variance ratio", 0.8, 1.25),
    /** Mean square displacement over that of MD. */
    DISPLACEMENT("rho-u", "mean square displacement ratio", 0.95, 1.05),
    /** Amplitude of the longest waves, |q| = 2 pi / L, over that of MD. */
    LONG_WAVES("rho-mode", "longest waves ratio", 0.7, 1.4);

    private final String word;
    private final String title;
    private final double low;
    private final double high;

    Quantity(String word, String title, double low, double high) {
        this.word = word;
        this.title = title;
        this.low = low;
        this.high = high;
    }

    public String word() {
        return word;
    }

    public String title() {
        return title;
    }

    public double bandLow() {
        return low;
    }

    public double bandHigh() {
        return high;
    }

    /** What a perfect generator has. */
    public double ideal() {
        return this == MEAN_ENERGY ? 0 : 1;
    }
}
