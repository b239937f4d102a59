package org.nocturne.adapters.script;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nocturne.adapters.ProofSample;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/**
 * A small structure in an adapter's file, on which it can be proved.
 *
 * @param cell three rows of three numbers, angstrom; absent for a molecule
 * @param atoms rows of a symbol and three numbers, angstrom
 */
record SampleText(
        List<String> cell,
        List<String> atoms,
        Map<String, Object> settings,
        double tolerance,
        @JsonProperty("max-force") double maxForce) {

    SampleText {
        cell = cell == null ? List.of() : List.copyOf(cell);
        atoms = atoms == null ? List.of() : List.copyOf(atoms);
        settings = settings == null ? Map.of() : Map.copyOf(settings);
        tolerance = tolerance == 0 ? 1e-5 : tolerance;
        maxForce = maxForce == 0 ? 1e-3 : maxForce;
    }

    /** @throws IllegalArgumentException naming the row that is none */
    ProofSample read() {
        List<Element> species = new ArrayList<>();
        double[] xyz = new double[3 * atoms.size()];
        for (int i = 0; i < atoms.size(); i++) {
            String[] words = atoms.get(i).strip().split("\\s+", 2);
            species.add(Element.ofSymbol(words[0])
                    .orElseThrow(
                            () -> new IllegalArgumentException("sample.atoms: found no element '" + words[0] + "'")));
            System.arraycopy(numbers(words.length < 2 ? "" : words[1], "sample.atoms"), 0, xyz, 3 * i, 3);
        }
        if (species.isEmpty() || !cell.isEmpty() && cell.size() != 3) {
            throw new IllegalArgumentException("sample has " + species.size() + " atoms and " + cell.size()
                    + " rows of a cell; wanted is an atom at least, and three rows or none");
        }
        double[] rows = new double[9];
        for (int k = 0; k < cell.size(); k++) {
            System.arraycopy(numbers(cell.get(k), "sample.cell"), 0, rows, 3 * k, 3);
        }
        Cell box = cell.isEmpty() ? Cell.open() : Cell.periodic(rows);
        return new ProofSample(new Structure(box, species, xyz), settings, tolerance, maxForce);
    }

    private static double[] numbers(String text, String where) {
        String[] words = text.strip().split("\\s+");
        double[] out = new double[3];
        try {
            for (int k = 0; k < 3; k++) {
                out[k] = Double.parseDouble(words[k]);
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException(where + ": found '" + text + "'; wanted are three numbers", e);
        }
        return out;
    }
}
