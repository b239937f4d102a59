package org.nocturne.adapters.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class NumbersTest {
    private static final ScriptAdapter.Rows ROWS =
            new ScriptAdapter.Rows("out", "^block", "^ *(\\S+) +(\\S+) +(\\S+)$", Unit.HARTREE_PER_BOHR, true);

    private static double energy(String... lines) {
        return Numbers.last(new ScriptAdapter.Number("out", "E = *(\\S+)", Unit.RYDBERG), List.of(lines));
    }

    /** NIST: 1 hartree = 27.211386 eV = 2 rydberg; 1 hartree/bohr = 51.422067 eV/angstrom; 1 kcal/mol = 0.0433641 eV. */
    @Test
    void units_are_those_of_the_tables() {
        assertThat(Unit.of("rydberg").factor()).isCloseTo(13.605693, within(1e-6));
        assertThat(Unit.of("hartree/bohr").factor()).isCloseTo(51.422067, within(1e-6));
        assertThat(Unit.of("kcal/mol").factor()).isCloseTo(0.0433641, within(1e-7));
        assertThat(Unit.of("rydberg/bohr^3").factor() / Unit.of("kbar").factor())
                .isCloseTo(147105.1, within(0.2));
    }

    @Test
    void the_last_match_counts_and_fortran_is_understood() {
        assertThat(energy("E = 5", "E =   -0.1D+01", "done")).isCloseTo(-13.605693, within(1e-6));
        assertThatThrownBy(() -> energy("E = NaN"))
                .isInstanceOf(NotFiniteException.class)
                .hasMessageContaining("out:1");
        assertThatThrownBy(() -> energy("E = ********"))
                .hasMessageContaining("out:1: found '********'; wanted is a number");
        assertThatThrownBy(() -> energy("F = 1")).hasMessageContaining("has no line like");
    }

    @Test
    void a_block_is_whole_or_it_is_none() {
        List<String> lines = List.of("block", "9 9 9", "block two", "H 1 2 3", "1 2 3", "0 0 -1", "");

        assertThat(Numbers.block(ROWS, 2, lines)[0]).isCloseTo(-51.422067, within(1e-6));
        assertThat(Numbers.block(ROWS, 2, lines)[5]).isCloseTo(51.422067, within(1e-6));
        assertThatThrownBy(() -> Numbers.block(ROWS, 3, lines)).hasMessageContaining("out:7: row 3 of 3");
    }
}
