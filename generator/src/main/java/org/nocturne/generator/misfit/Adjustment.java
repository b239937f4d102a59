package org.nocturne.generator.misfit;

/** What may be adjusted between a computed and a measured pattern before they are compared. */
public enum Adjustment {
    /** Both are on one scale already: scale 1, background 0. */
    NONE(0),
    /** The best scale. */
    SCALE(1),
    /** The best scale and the best flat background. */
    SCALE_AND_BACKGROUND(2);

    private final int parameters;

    Adjustment(int parameters) {
        this.parameters = parameters;
    }

    /** How many degrees of freedom it takes from chi2. */
    public int parameters() {
        return parameters;
    }
}
