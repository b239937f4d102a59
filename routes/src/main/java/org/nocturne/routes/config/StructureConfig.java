package org.nocturne.routes.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nocturne.learning.reference.CellPlan;

/**
 * Where the atoms start.
 *
 * @param file extended XYZ, CIF, POSCAR or LAMMPS data, told by its name
 * @param repeat copies along the three cell vectors
 * @param phase crystal, liquid, glass, or auto: the campaign finds it out before it begins
 * @param phaseBecause why it is that; written by a campaign that has found it out
 * @param pressureKbar at which the mean cell of the target's temperature is found before the campaign begins; null where the cell is that of the file
 * @param cellSteps of each run that finds it
 * @param edgeFactor by which the structure is made larger as a whole; written by a campaign that has found its cell
 * @param cellBecause why by that; written beside it
 */
public record StructureConfig(
        @JsonProperty("file") String file,
        @JsonProperty("repeat") List<Integer> repeat,
        @JsonProperty("phase") String phase,
        @JsonProperty("phase-because") @Nullable String phaseBecause,
        @JsonProperty("pressure-kbar") @Nullable Double pressureKbar,
        @JsonProperty("cell-steps") Integer cellSteps,
        @JsonProperty("edge-factor") @Nullable Double edgeFactor,
        @JsonProperty("cell-because") @Nullable String cellBecause) {

    private static final String AUTO = "auto";
    private static final String CRYSTAL = "crystal";
    private static final String GLASS = "glass";

    public boolean phaseIsToBeFound() {
        return phase.equals(AUTO);
    }

    public boolean cellIsToBeFound() {
        return pressureKbar != null && edgeFactor == null;
    }

    public boolean isGlass() {
        return phase.equals(GLASS);
    }

    /** Whether there is no one inherent structure to expand around: a liquid or a glass. */
    public boolean isDisordered() {
        return phase.equals("liquid") || isGlass();
    }

    /** Why candidates are proposed at the target's temperature alone; empty where they need not be. */
    public Optional<String> whyOneTemperature() {
        if (isDisordered()) {
            return Optional.of("a liquid or glass is proposed from its library, at the target's temperature alone");
        }
        return pressureKbar == null
                ? Optional.empty()
                : Optional.of(
                        "the cell is found at the target's temperature alone: wanted is one temperature, or a given cell");
    }

    public StructureConfig {
        Wanted.present("file", file, "a file of the structure, such as cell.cif");
        repeat = List.copyOf(Wanted.orElse(repeat, List.of(1, 1, 1)));
        if (repeat.size() != 3 || repeat.stream().anyMatch(r -> r < 1)) {
            throw new ConfigValueException("repeat", "is " + repeat + "; three whole numbers of at least 1 are wanted");
        }
        phase = Wanted.oneOf("phase", Wanted.orElse(phase, CRYSTAL), List.of(CRYSTAL, "liquid", GLASS, AUTO));
        if (pressureKbar != null && (!Double.isFinite(pressureKbar) || !phase.equals(CRYSTAL))) {
            throw new ConfigValueException(
                    "pressure-kbar",
                    "is " + pressureKbar + " with phase " + phase
                            + "; wanted is a finite pressure, and a crystal: a liquid or glass has the density of its file");
        }
        cellSteps = Wanted.atLeast("cell-steps", Wanted.orElse(cellSteps, 20_000), CellPlan.SPACING);
        if (edgeFactor != null && !(edgeFactor > 0)) {
            throw new ConfigValueException("edge-factor", "is " + edgeFactor + "; above 0 is wanted");
        }
    }
}
