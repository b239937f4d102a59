package org.nocturne.adapters.script;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.nocturne.adapters.CodeSettingsException;

/** The units that codes print, and what one of each is in eV and angstrom (CODATA 2018). */
public enum Unit {
    EV("eV", 1),
    HARTREE("hartree", Unit.HARTREE_EV),
    RYDBERG("rydberg", Unit.HARTREE_EV / 2),
    KJ_PER_MOL("kJ/mol", 1 / 96.48533212331),
    KCAL_PER_MOL("kcal/mol", 4.184 / 96.48533212331),
    EV_PER_ANGSTROM("eV/angstrom", 1),
    HARTREE_PER_BOHR("hartree/bohr", Unit.HARTREE_EV / Unit.BOHR_ANGSTROM),
    RYDBERG_PER_BOHR("rydberg/bohr", Unit.HARTREE_EV / 2 / Unit.BOHR_ANGSTROM),
    ANGSTROM("angstrom", 1),
    BOHR("bohr", Unit.BOHR_ANGSTROM),
    EV_PER_CUBIC_ANGSTROM("eV/angstrom^3", 1),
    RYDBERG_PER_CUBIC_BOHR(
            "rydberg/bohr^3", Unit.HARTREE_EV / 2 / (Unit.BOHR_ANGSTROM * Unit.BOHR_ANGSTROM * Unit.BOHR_ANGSTROM)),
    HARTREE_PER_CUBIC_BOHR(
            "hartree/bohr^3", Unit.HARTREE_EV / (Unit.BOHR_ANGSTROM * Unit.BOHR_ANGSTROM * Unit.BOHR_ANGSTROM)),
    KBAR("kbar", 1 / 1602.176634),
    GPA("GPa", 1 / 160.2176634);

    static final double HARTREE_EV = 27.211386245988;
    static final double BOHR_ANGSTROM = 0.529177210903;

    private final String word;
    private final double factor;

    Unit(String word, double factor) {
        this.word = word;
        this.factor = factor;
    }

    /** One of it in eV, eV/angstrom, angstrom or eV/angstrom^3. */
    double factor() {
        return factor;
    }

    /** @throws CodeSettingsException naming the known ones */
    @JsonCreator
    static Unit of(String word) {
        return Arrays.stream(values())
                .filter(u -> u.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new CodeSettingsException("unit is '" + word + "'; known are "
                        + Arrays.stream(values()).map(u -> u.word).collect(Collectors.joining(", "))));
    }
}
