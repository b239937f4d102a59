package org.nocturne.learning.quench;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import org.nocturne.learning.store.StoredFile;

/**
 * The page that says what a library of quenches is made of; {@code quenches.json} in its folder.
 *
 * @param format "nocturne-quenches/1"
 * @param method id of the method whose energies and forces these are
 * @param start what was melted
 * @param runs those that are done
 */
public record QuenchManifest(String format, QuenchPlan plan, String method, StoredFile start, List<Run> runs) {

    public static final String FORMAT = "nocturne-quenches/1";
    public static final String FILE_NAME = "quenches.json";

    public QuenchManifest {
        runs = List.copyOf(runs);
    }

    /**
     * One quench.
     *
     * @param number counted from 1 at each rate
     * @param inherentEnergyEv eV per cell
     * @param meltDistanceAngstrom root of the mean square displacement when the cooling began
     * @param inherent the minimised structure
     * @param thermal the configuration where the cooling ended, with energy and forces
     */
    public record Run(
            double kelvinPerPicosecond,
            int number,
            long seed,
            double inherentEnergyEv,
            double meltDistanceAngstrom,
            StoredFile inherent,
            StoredFile thermal) {

        /** Its name in the library, such as rate10-1. */
        public String id() {
            return QuenchManifest.id(kelvinPerPicosecond, number);
        }
    }

    static String id(double kelvinPerPicosecond, int number) {
        return "rate" + Double.toString(kelvinPerPicosecond).replaceAll("\\.0$", "") + "-" + number;
    }

    /** The same with one run more. */
    public QuenchManifest with(Run run) {
        List<Run> more = new ArrayList<>(runs);
        more.add(run);
        return new QuenchManifest(format, plan, method, start, more);
    }

    public boolean has(double kelvinPerPicosecond, int number) {
        return runs.stream().anyMatch(r -> r.kelvinPerPicosecond() == kelvinPerPicosecond && r.number() == number);
    }

    @JsonIgnore
    public boolean isComplete() {
        return runs.size() == plan.total();
    }
}
