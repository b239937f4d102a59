package org.nocturne.learning.reference;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nocturne.learning.store.StoredFile;

/**
 * The page that says what a reference is made of; {@code reference.json} in its folder.
 *
 * @param format "nocturne-reference/1"
 * @param method id of the method whose energies and forces these are
 * @param inherent the minimised structure
 * @param inherentEnergyEv its energy, eV per cell
 * @param runs those that are done
 * @param cells those that are found, where the cell is not fixed; empty where it is
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ReferenceManifest(
        String format,
        ReferencePlan plan,
        String method,
        StoredFile inherent,
        double inherentEnergyEv,
        List<Run> runs,
        List<MeanCell> cells) {

    public static final String FORMAT = "nocturne-reference/1";
    public static final String FILE_NAME = "reference.json";

    public ReferenceManifest {
        runs = List.copyOf(Objects.requireNonNullElse(runs, List.of()));
        cells = List.copyOf(Objects.requireNonNullElse(cells, List.of())); // pages of fixed cells have none
    }

    /**
     * One replica.
     *
     * @param number counted from 1 at each temperature
     * @param frames extended XYZ with energies and forces
     * @param series JSON with energyEv and temperatureK, denser than the frames
     * @param bottoms of a glass: the inherent structure of each frame with its energy, extended XYZ; null before they are known, and of other phases
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Run(
            double temperatureK,
            int number,
            long seed,
            StoredFile frames,
            StoredFile series,
            @Nullable StoredFile bottoms) {}

    /** The same with one run more. */
    public ReferenceManifest with(Run run) {
        List<Run> more = new ArrayList<>(runs);
        more.add(run);
        return new ReferenceManifest(format, plan, method, inherent, inherentEnergyEv, more, cells);
    }

    /** The same with the bottoms of one run. */
    ReferenceManifest withBottoms(Run run, StoredFile bottoms) {
        List<Run> known = new ArrayList<>(runs);
        known.set(
                known.indexOf(run),
                new Run(run.temperatureK(), run.number(), run.seed(), run.frames(), run.series(), bottoms));
        return new ReferenceManifest(format, plan, method, inherent, inherentEnergyEv, known, cells);
    }

    /** The same with one cell more. */
    public ReferenceManifest with(MeanCell cell) {
        List<MeanCell> more = new ArrayList<>(cells);
        more.add(cell);
        return new ReferenceManifest(format, plan, method, inherent, inherentEnergyEv, runs, more);
    }

    /** The cell of a temperature; empty where it is fixed, or not found yet. */
    public Optional<MeanCell> cellAt(double temperatureK) {
        return cells.stream().filter(c -> c.temperatureK() == temperatureK).findFirst();
    }

    public boolean has(double temperatureK, int number) {
        return runs.stream().anyMatch(r -> r.temperatureK() == temperatureK && r.number() == number);
    }

    /** What it is of. */
    @JsonIgnore
    public ReferencePlan.Phase phase() {
        return plan.phase();
    }

    /** Runs of a glass whose bottoms are not known yet. */
    @JsonIgnore
    public List<Run> withoutBottoms() {
        return phase() == ReferencePlan.Phase.GLASS
                ? runs.stream().filter(r -> r.bottoms() == null).toList()
                : List.of();
    }

    @JsonIgnore
    public boolean isComplete() {
        return runs.size() == plan.temperaturesK().size() * plan.replicas()
                && withoutBottoms().isEmpty();
    }
}
