package org.nocturne.learning.ensemble;

import java.util.Locale;

/**
 * How far atoms of an ensemble have left their own sites. Such configurations are kept, with displacements from the sites that the
 * atoms stand on: an exchange of equal atoms is no other structure.
 *
 * @param configurations all of them
 * @param hopped configurations in which atoms stand on another site than their own
 * @param mostAtoms of one configuration
 * @param strangers atoms that stand on no site, in all configurations
 */
public record SiteExchanges(int configurations, int hopped, int mostAtoms, int strangers) {

    public static SiteExchanges of(Ensemble ensemble) {
        int hopped = 0;
        int most = 0;
        int strangers = 0;
        for (Configuration one : ensemble.configurations()) {
            hopped += one.hopped() > 0 ? 1 : 0;
            most = Math.max(most, one.hopped());
            strangers += one.strangers();
        }
        return new SiteExchanges(ensemble.size(), hopped, most, strangers);
    }

    /** Whether every atom is on its own site in all of them. */
    public boolean none() {
        return hopped == 0 && strangers == 0;
    }

    /** In words, for a person. */
    public String describe() {
        if (none()) {
            return "every atom is on its own site";
        }
        return String.format(
                Locale.ROOT,
                "in %d of %d configurations atoms have exchanged sites, at most %d in one; they are relabelled and counted in;"
                        + " %d atoms on no site in all",
                hopped,
                configurations,
                mostAtoms,
                strangers);
    }
}
