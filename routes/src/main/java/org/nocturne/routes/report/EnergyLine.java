package org.nocturne.routes.report;

/** The energies of a round as the report prints them. */
record EnergyLine(RoundEnergies energies) {

    public int round() {
        return energies.round();
    }

    public int frames() {
        return energies.thermal().count();
    }

    public String proposal() {
        return inWords(energies.proposal());
    }

    public String thermal() {
        return inWords(energies.thermal());
    }

    public String inherent() {
        return inWords(energies.inherent());
    }

    /** Mean and standard deviation of single frames. */
    static String inWords(Distribution values) {
        if (values.isEmpty()) {
            return Numbers.DASH;
        }
        return Numbers.fixed(values.mean(), 2) + " \u00b1 " + Numbers.fixed(values.standardDeviation(), 2);
    }
}
