package org.nocturne.learning.ledger;

import java.util.Arrays;

/** What the ledger judges, each with the band a generator must stay in. */
public enum Quantity {
    /**
     * (generated - reference) / reference of the mean thermal energy above the inherent structure, per cent; in a liquid, which has no
     * such structure, (generated - reference) / (3/2 N kB T). In a glass each configuration has its own inherent structure.
     */
    MEAN_ENERGY("mean-energy", "mean energy error, %", -1, 1),
    /** Variance of the potential energy over kB T^2 dU/dT. */
    ENERGY_VARIANCE("rho-U", "energy variance ratio", 0.8, 1.25),
    /** Mean square displacement over that of MD; in a glass the mean of the median over atoms, which a few loose atoms leave alone. */
    DISPLACEMENT("rho-u", "mean square displacement ratio", 0.95, 1.05),
    /** Power of one shell of waves with |k| up to 2 x 2 pi / L, over that of MD. */
    LONG_WAVES("rho-mode-long", "long waves ratio", 0.7, 1.4),
    /** Power of a group of shorter waves, over that of MD. */
    WAVES("rho-mode", "waves ratio", 0.8, 1.25),
    /** Variance of the intensity between Bragg peaks, over that of MD. */
    DIFFUSE_VARIANCE("rho-q", "diffuse intensity variance ratio", 0.8, 1.25),
    /** L1 distance of the pair distribution from that of MD, in units of the distance between two halves of MD. */
    PAIR_DISTANCES("g-of-r", "pair distances, in MD's own scatter", 0, 2),
    /** Mean of S(k) of a liquid or glass over its longest waves, |k| up to 2 x 2 pi / L, over that of MD. */
    LONG_STRUCTURE_FACTOR("S-of-k-long", "S(k) of the longest waves, ratio", 0.7, 1.4),
    /** The same over a shell of shorter waves. */
    STRUCTURE_FACTOR("S-of-k", "S(k) ratio", 0.8, 1.25),
    /** Variance of S(k) of a liquid's or glass's longest waves from configuration to configuration, over that of MD. */
    LONG_STRUCTURE_FACTOR_VARIANCE("rho-S-long", "S(k) variance of the longest waves, ratio", 0.7, 1.4),
    /** The same, summed over a shell of shorter waves. */
    STRUCTURE_FACTOR_VARIANCE("rho-S", "S(k) variance ratio", 0.8, 1.25),
    /** The same over the square of the mean of S(k): 1 for a Gaussian field. */
    GAUSSIAN_LAW("law-S", "S(k) variance over its mean squared", 0.8, 1.25),
    /** (generated - reference) of the mean energy of a glass's inherent structures, over their standard deviation in the reference. */
    INHERENT_MEAN("mean-inherent", "energy of the basins, in MD's standard deviations", -1, 1),
    /** Variance of the energy of a glass's inherent structures, over that of the reference; the band is wide, because a basin costs a quench. */
    INHERENT_VARIANCE("rho-inherent", "variance between basins, ratio", 0.5, 2),
    /** Share of a liquid's or glass's configurations from which another is less than two neighbour distances away. */
    DIFFUSION("diffusion", "share that has not moved away from another", 0, 0.2),
    /** tr(C)^2/tr(C^2) over its expectation for independent configurations. */
    EFFECTIVE_RANK("effective-rank", "effective rank ratio", 0.8, 1.25),
    /** Mean distance between two configurations, over that in MD. */
    DISTANCE("distance", "distance between two configurations, ratio", 0.9, 1.1),
    /** M |mean u|^2 / mean u^2: 1 for independent configurations about the inherent structure. */
    MIDDLE("mean-u", "displacement of the middle, squared, ratio", 0, 2),
    /** Share of MD frames with a generated configuration nearby, over its expectation. */
    COVERAGE("coverage", "coverage ratio", 0.8, 1.25),
    /** (edge of the generator's cell - edge of MD's) / edge of MD's, per cent. */
    CELL("cell", "edge of the cell against MD, %", -0.05, 0.05),
    /** Share of configurations nearer to a training frame than nine in ten MD frames are, over that tenth. */
    COPYING("copying", "nearness to training frames, ratio", 0, 2.5);

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

    /** Whether too little can be wrong as well as too much; where not, only the upper end of the band is a wall. */
    public boolean isTwoSided() {
        return low != 0;
    }

    /** What a perfect generator has. */
    public double ideal() {
        return switch (this) {
            case MEAN_ENERGY, CELL, DIFFUSION, INHERENT_MEAN -> 0;
            default -> 1;
        };
    }

    /** How far a value lies from the ideal, where 1 is the edge of the band on that side; 0 on a side that has no wall. */
    public double deviation(double value) {
        if (value < ideal() && !isTwoSided()) {
            return 0;
        }
        double edge = value < ideal() ? low : high;
        return (value - ideal()) / (edge - ideal());
    }

    /** @throws IllegalArgumentException if no quantity has this word */
    public static Quantity ofWord(String word) {
        return Arrays.stream(values())
                .filter(q -> q.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no quantity of the ledger"));
    }
}
