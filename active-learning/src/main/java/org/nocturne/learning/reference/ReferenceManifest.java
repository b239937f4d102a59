package org.nocturne.learning.reference;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import org.nocturne.learning.store.StoredFile;

/**
 * The page that says what a reference is made of; {@code reference.json} in its folder.
 *
 * @param format "nocturne-reference/1"
 * @param method id of the method whose energies and forces these are
 * @param inherent the minimised structure
 * @param inherentEnergyEv its energy, eV per cell
 * @param runs those that are done
 */
public record ReferenceManifest(
        String format,
        ReferencePlan plan,
        String method,
        StoredFile inherent,
        double inherentEnergyEv,
        List<Run> runs) {

    public static final String FORMAT = "nocturne-reference/1";
    public static final String FILE_NAME = "reference.json";

    public ReferenceManifest {
        runs = List.copyOf(runs);
    }

    /**
     * One replica.
     *
     * @param number counted from 1 at each temperature
     * @param frames extended XYZ with energies and forces
     * @param series JSON with energyEv and temperatureK, denser than the frames
     */
    public record Run(double temperatureK, int number, long seed, StoredFile frames, StoredFile series) {}

    /** The same with one run more. */
    public ReferenceManifest with(Run run) {
        List<Run> more = new ArrayList<>(runs);
        more.add(run);
        return new ReferenceManifest(format, plan, method, inherent, inherentEnergyEv, more);
    }

    public boolean has(double temperatureK, int number) {
        return runs.stream().anyMatch(r -> r.temperatureK() == temperatureK && r.number() == number);
    }

    @JsonIgnore
    public boolean isComplete() {
        return runs.size() == plan.temperaturesK().size() * plan.replicas();
    }
}
