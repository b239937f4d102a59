package org.nocturne.routes.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A second code that labels a share of what the campaign has relaxed, to be compared with the first.
 *
 * @param launcher where its jobs run; that of the campaign where it is absent
 * @param slots jobs of the second code that run at once, beside those of the first
 * @param mostAtoms that are given to it at once
 * @param frames thermal frames of candidates as they are
 * @param cells small periodic cells
 * @param environments of single atoms
 */
public record AuditConfig(
        @JsonProperty("code") CodeConfig code,
        @JsonProperty("launcher") @Nullable LauncherConfig launcher,
        @JsonProperty("slots") Integer slots,
        @JsonProperty("most-atoms") Integer mostAtoms,
        @JsonProperty("frames") @Nullable AuditFramesConfig frames,
        @JsonProperty("cells") @Nullable AuditCellsConfig cells,
        @JsonProperty("environments") @Nullable AuditEnvironmentsConfig environments) {

    public AuditConfig {
        Wanted.present("code", code, "the second code, with a name");
        slots = Wanted.atLeast("slots", Wanted.orElse(slots, 1), 1);
        Wanted.atLeast(
                "most-atoms", Wanted.present("most-atoms", mostAtoms, "how many atoms the second code can do"), 1);
        if (frames == null && cells == null && environments == null) {
            throw new ConfigValueException(
                    "code",
                    "is given, but nothing for it to label: wanted is one of audit.frames, cells, environments");
        }
    }

    /** What only a crystal has. */
    void requireFor(StructureConfig structure) {
        if (structure.isDisordered() && cells != null) {
            throw new ConfigValueException(
                    "audit.cells", "stands beside a liquid or glass, which has no small cell: wanted are environments");
        }
        if (structure.isDisordered() && environments != null && environments.isByModel()) {
            throw new ConfigValueException(
                    "audit.environments.choose",
                    "is 'worst', but in a liquid or glass nothing is learned that could miss a force: wanted is random");
        }
    }

    public LauncherConfig launcherOr(LauncherConfig ofCampaign) {
        return Wanted.orElse(launcher, ofCampaign);
    }
}
