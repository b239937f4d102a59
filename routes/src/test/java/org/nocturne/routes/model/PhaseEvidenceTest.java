package org.nocturne.routes.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.structure.Structure;
import org.nocturne.learning.phase.PhaseEvidence;
import org.nocturne.learning.phase.PhaseEvidence.Phase;

/** The phase of real MD whose phase is known: silicon far below melting, argon below melting, and argon at 85 K once it has melted. */
@Tag("lammps")
class PhaseEvidenceTest {
    private static final String SILICON =
            "lattice diamond 5.431\nregion box block 0 3 0 3 0 3\ncreate_box 1 box\ncreate_atoms 1 box\nmass 1 28.0855\n"
                    + "pair_style sw\npair_coeff * * /usr/share/lammps/potentials/Si.sw Si\n";
    private static final String ARGON = // 3.405 angstrom and 119.8 K
            "lattice fcc %s\nregion box block 0 4 0 4 0 4\ncreate_box 1 box\ncreate_atoms 1 box\nmass 1 39.948\n"
                    + "pair_style lj/cut 8.5\npair_coeff 1 1 0.0103235 3.405\n";

    @TempDir
    Path dir;

    private PhaseEvidence evidence(String element, String material, double melt, double kelvin) throws Exception {
        LammpsScript.run(dir, "md", String.format(Locale.ROOT, """
                units metal
                %s
                dump 0 all custom 1 start.dump id type xu yu zu
                run 0
                undump 0
                velocity all create %s 4711 mom yes
                timestep 0.002
                fix 1 all nve
                fix 2 all langevin %s %s 0.5 11 zero yes
                run 4000
                unfix 2
                fix 2 all langevin %s %s 0.5 12 zero yes
                run 3000
                unfix 2
                dump 1 all custom 200 md.dump id type xu yu zu
                run 8000
                undump 1
                minimize 1e-10 1e-4 2000 20000
                dump 2 all custom 1 is.dump id type xu yu zu
                run 0
                """, material, melt, melt, melt, kelvin, kelvin));
        Structure inherent =
                LammpsScript.read(dir.resolve("start.dump"), element).get(0);
        return PhaseEvidence.of(
                inherent,
                List.of(LammpsScript.read(dir.resolve("md.dump"), element)),
                LammpsScript.read(dir.resolve("is.dump"), element));
    }

    @Test
    void silicon_at_300_K_stays_solid() throws Exception {
        PhaseEvidence found = evidence("Si", SILICON, 300, 300);

        assertThat(found.phase()).as(found.why()).isEqualTo(Phase.SOLID);
        assertThat(found.inherentQ6()).isCloseTo(0.62854, within(1e-4));
        assertThat(found.growth().ratio()).as(found.why()).isBetween(0.8, 1.3);
        assertThat(found.returned()).isEqualTo(1);
        assertThat(found.why()).startsWith("solid: ").doesNotContain("warning");
    }

    @Test
    void argon_at_40_K_stays_solid() throws Exception {
        PhaseEvidence found = evidence("Ar", String.format(Locale.ROOT, ARGON, 5.33), 40, 40);

        assertThat(found.phase()).as(found.why()).isEqualTo(Phase.SOLID);
        assertThat(found.inherentQ6()).isCloseTo(0.57452, within(1e-4));
    }

    /** At the density of the liquid; heated to 300 K first. */
    @Test
    void argon_at_85_K_is_liquid_once_it_has_melted_and_every_sign_says_so() throws Exception {
        PhaseEvidence found = evidence("Ar", String.format(Locale.ROOT, ARGON, 5.735), 300, 85);

        assertThat(found.phase()).as(found.why()).isEqualTo(Phase.LIQUID);
        assertThat(found.growth().ratio()).as(found.why()).isBetween(1.5, 2.6);
        assertThat(found.thermalQ6()).as(found.why()).isLessThan(0.2);
        assertThat(found.returned()).as(found.why()).isLessThan(0.5);
    }
}
