package org.nocturne.routes.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nocturne.learning.loop.AuditPlan;

/**
 * Environments of single atoms, cut out of thermal frames as clusters and labelled by both codes.
 *
 * @param perRound of each round, at most one of each frame
 * @param radiusAngstrom of the sphere
 * @param innerRadiusAngstrom within which forces are compared
 * @param vacuumAngstrom between images of the cluster in a periodic cube; absent, there is no cell
 * @param choose which atoms: random or worst
 */
public record AuditEnvironmentsConfig(
        @JsonProperty("per-round") Integer perRound,
        @JsonProperty("radius") Double radiusAngstrom,
        @JsonProperty("inner-radius") Double innerRadiusAngstrom,
        @JsonProperty("vacuum") @Nullable Double vacuumAngstrom,
        @JsonProperty("choose") String choose) {
    private static final String RANDOM = "random";
    private static final String WORST = "worst";

    public AuditEnvironmentsConfig {
        perRound = Wanted.atLeast("per-round", Wanted.present("per-round", perRound, "how many of each round"), 1);
        Wanted.above("radius", Wanted.present("radius", radiusAngstrom, "a radius in angstrom"), 0, "angstrom");
        Wanted.present("inner-radius", innerRadiusAngstrom, "a radius in angstrom, 0 for the atom in the middle alone");
        if (!(innerRadiusAngstrom >= 0 && innerRadiusAngstrom < radiusAngstrom)) {
            throw new ConfigValueException(
                    "inner-radius",
                    "is " + innerRadiusAngstrom + " angstrom; it must be 0 or more, and below the radius, "
                            + radiusAngstrom);
        }
        if (vacuumAngstrom != null) {
            Wanted.above("vacuum", vacuumAngstrom, 0, "angstrom");
        }
        choose = Wanted.oneOf("choose", Wanted.orElse(choose, RANDOM), List.of(RANDOM, WORST));
    }

    boolean isByModel() {
        return choose.equals(WORST);
    }

    public AuditPlan.Environments plan() {
        return new AuditPlan.Environments(
                perRound,
                radiusAngstrom,
                innerRadiusAngstrom,
                Optional.ofNullable(vacuumAngstrom),
                AuditPlan.Choice.valueOf(choose.toUpperCase(Locale.ROOT)));
    }
}
