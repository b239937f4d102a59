package org.nocturne.routes.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.nocturne.adapters.Code;
import org.nocturne.core.structure.Environment;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Method;
import org.nocturne.learning.loop.AuditPlan;
import org.nocturne.routes.config.AuditConfig;
import org.nocturne.routes.config.ConfigException;
import org.nocturne.routes.config.ConfigReader;

/**
 * The second code of a campaign and what it is given, opened and checked before anything is written.
 *
 * @param largest atoms in the largest structure that it is given, as far as the start structure tells
 */
public record AuditInputs(Code code, AuditPlan plan, int largest) {

    /**
     * Opens the second code, where the file names one.
     *
     * @param start structure of the campaign
     * @param unit what the structure file holds, in the campaign's cell
     * @throws ConfigException naming file, line and key, what was found and what is wanted
     */
    static Optional<AuditInputs> open(ConfigReader.Read read, Structure start, Structure unit, Method own) {
        return Optional.ofNullable(read.config().audit()).map(audit -> opened(read, audit, start, unit, own));
    }

    private static AuditInputs opened(
            ConfigReader.Read read, AuditConfig audit, Structure start, Structure unit, Method own) {
        AuditPlan plan = plan(read, audit, unit);
        List<Structure> given = new ArrayList<>();
        if (audit.frames() != null) {
            given.add(small(read, "audit.frames", "a thermal frame", start, plan));
        }
        plan.cells().ifPresent(cells -> given.add(small(read, "audit.cells", "such a cell", cells.start(), plan)));
        plan.environments().ifPresent(wanted -> given.addAll(environments(read, wanted, start, plan)));
        Code code = OpenedCode.second(read, audit.code(), given);
        if (code.method().equals(own)) {
            throw read.problem(
                    "audit.code",
                    "audit.code is the method of code itself, which would be compared with itself: wanted is another code, or"
                            + " settings that change its numbers");
        }
        int largest = given.stream().mapToInt(Structure::size).max().orElseThrow();
        return new AuditInputs(code, plan, largest);
    }

    private static AuditPlan plan(ConfigReader.Read read, AuditConfig audit, Structure unit) {
        return new AuditPlan(
                audit.mostAtoms(),
                Optional.ofNullable(audit.frames()).map(f -> f.perRound()).orElse(0),
                Optional.ofNullable(audit.cells()).map(cells -> {
                    List<Integer> n = cells.repeat();
                    return new AuditPlan.Cells(
                            cells.perRound(), unit.repeated(n.get(0), n.get(1), n.get(2)), cells.nvtSteps());
                }),
                Optional.ofNullable(audit.environments()).map(e -> e.plan()),
                read.config()
                        .retries()
                        .planOfAudit(audit.launcherOr(read.config().launcher())));
    }

    private static Structure small(
            ConfigReader.Read read, String key, String what, Structure structure, AuditPlan plan) {
        if (structure.size() > plan.mostAtoms()) {
            throw read.problem(
                    key,
                    key + ": " + what + " has " + structure.size() + " atoms, and audit.most-atoms is "
                            + plan.mostAtoms()
                            + "; wanted is something smaller, such as environments of a smaller radius, or a larger limit");
        }
        return structure;
    }

    /** The largest, which tells of the limit, and one around an atom of each element. */
    private static List<Structure> environments(
            ConfigReader.Read read, AuditPlan.Environments wanted, Structure start, AuditPlan plan) {
        List<Environment> all = Environment.aroundEach(start, wanted.radiusAngstrom(), wanted.innerRadiusAngstrom());
        Environment largest = all.stream()
                .max(Comparator.comparingInt(e -> e.cluster().size()))
                .orElseThrow();
        small(read, "audit.environments", "the largest environment", largest.cluster(), plan);
        List<Structure> out = new ArrayList<>(List.of(wanted.toBeLabelled(largest)));
        start.distinctSpecies().stream()
                .map(element -> all.get(start.species().indexOf(element)))
                .map(wanted::toBeLabelled)
                .forEach(out::add);
        return out;
    }
}
