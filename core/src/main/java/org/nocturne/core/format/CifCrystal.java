package org.nocturne.core.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nocturne.core.crystal.AsymmetricUnit;
import org.nocturne.core.crystal.FractionalOperation;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.CellParameters;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/** What a data block of a CIF says of a crystal. What is disordered, or needs tables that are not in the file, is refused by name. */
final class CifCrystal {
    private static final String OPERATIONS = "space_group_symop_operation_xyz";
    private static final String OPERATIONS_BEFORE = "symmetry_equiv_pos_as_xyz";
    private static final String X = "atom_site_fract_x";
    private static final double FULL = 1e-3;

    private final CifValues values;

    CifCrystal(CifValues values) {
        this.values = values;
    }

    Structure structure() {
        if (!values.has(X)) {
            throw values.wrong(
                    "atom_site_label", "comes without atom_site_fract_x, _y, _z; fractional coordinates are wanted");
        }
        Cell cell = cell();
        List<FractionalOperation> operations = operations();
        List<AsymmetricUnit.Site> sites = sites();
        try {
            return new AsymmetricUnit(cell, sites, operations).expanded();
        } catch (IllegalArgumentException e) {
            throw values.wrong(X, "cannot be meant: " + e.getMessage());
        }
    }

    private Cell cell() {
        try {
            return new CellParameters(
                            values.number("cell_length_a", 0),
                            values.number("cell_length_b", 0),
                            values.number("cell_length_c", 0),
                            values.number("cell_angle_alpha", 0),
                            values.number("cell_angle_beta", 0),
                            values.number("cell_angle_gamma", 0))
                    .cell();
        } catch (IllegalArgumentException e) {
            throw values.wrong("cell_length_a", "and what follows cannot be meant: " + e.getMessage());
        }
    }

    private List<FractionalOperation> operations() {
        List<FractionalOperation> out = new ArrayList<>();
        String name = values.has(OPERATIONS) ? OPERATIONS : OPERATIONS_BEFORE;
        for (String operation : values.all(name)) {
            try {
                out.add(FractionalOperation.parse(operation));
            } catch (IllegalArgumentException e) {
                throw values.wrong(name, String.valueOf(e.getMessage()));
            }
        }
        if (out.isEmpty()) {
            refuseUnlistedSymmetry();
            out.add(FractionalOperation.identity());
        }
        return out;
    }

    private void refuseUnlistedSymmetry() {
        Optional<String> number = values.first("space_group_it_number", "symmetry_int_tables_number");
        Optional<String> group = values.first(
                "space_group_name_h-m_alt",
                "symmetry_space_group_name_h-m",
                "space_group_name_hall",
                "symmetry_space_group_name_hall");
        boolean plain = number.map(n -> n.equals("1")).orElse(true)
                && group.map(g ->
                                g.replaceAll("\\s", "").toUpperCase(Locale.ROOT).equals("P1"))
                        .orElse(true);
        if (!plain) {
            throw values.wrong(
                    X,
                    "lists sites of space group " + group.or(() -> number).orElseThrow()
                            + ", whose symmetry operations the file does not list (" + OPERATIONS
                            + "); they are wanted, or all atoms in P 1");
        }
    }

    private List<AsymmetricUnit.Site> sites() {
        List<AsymmetricUnit.Site> out = new ArrayList<>();
        int rows = values.rows(X);
        refuseRaggedLoop(rows);
        for (int row = 0; row < rows; row++) {
            if (values.text("atom_site_calc_flag", row).orElse("").equals("dum")) {
                continue; // a dummy site, not an atom
            }
            String label = label(row);
            if (values.text("atom_site_occupancy", row).isPresent()) {
                double occupied = values.number("atom_site_occupancy", row);
                if (Math.abs(occupied - 1) > FULL) {
                    throw values.wrong(
                            "atom_site_occupancy",
                            "of site " + label + " is " + occupied
                                    + "; only sites that are fully occupied can be read: one arrangement of the atoms is wanted");
                }
            }
            double[] s = {
                values.number(X, row), values.number("atom_site_fract_y", row), values.number("atom_site_fract_z", row)
            };
            out.add(new AsymmetricUnit.Site(label, element(label, row), s));
        }
        return out;
    }

    private String label(int row) {
        return values.text("atom_site_label", row)
                .or(() -> values.text("atom_site_id", row))
                .orElse("of row " + (row + 1));
    }

    private void refuseRaggedLoop(int rows) {
        for (String name :
                List.of("atom_site_label", "atom_site_type_symbol", "atom_site_fract_y", "atom_site_fract_z")) {
            if (values.has(name) && values.rows(name) != rows) {
                throw values.wrong(
                        name,
                        "has " + values.rows(name) + " values and " + X + " has " + rows
                                + "; a line of the loop has one value too few or too many");
            }
        }
    }

    private Element element(String label, int row) {
        Optional<String> symbol = values.text("atom_site_type_symbol", row);
        String name = symbol.isPresent() ? "atom_site_type_symbol" : "atom_site_label";
        List<Element> meant = symbol.map(CifCrystal::ofSymbol).orElseGet(() -> ofLabel(label));
        if (meant.size() != 1) {
            throw values.wrong(
                    name,
                    "is '" + symbol.orElse(label) + "', which "
                            + (meant.isEmpty()
                                    ? "begins with no element"
                                    : "may be " + meant.get(0).symbol() + " or "
                                            + meant.get(1).symbol())
                            + "; an atom_site_type_symbol such as Si is wanted");
        }
        return meant.get(0);
    }

    /** "Si", "SI", "Si4+", "O2-". */
    private static List<Element> ofSymbol(String symbol) {
        String letters = symbol.replaceFirst("[^A-Za-z].*", "");
        return exactly(letters).stream().toList();
    }

    /** "Si1", "O2A", "OW1": a capital that follows begins another word; two capitals that may both be meant are not guessed at. */
    private static List<Element> ofLabel(String label) {
        String letters = label.replaceFirst("[^A-Za-z].*", "");
        Optional<Element> one = letters.isEmpty() ? Optional.empty() : exactly(letters.substring(0, 1));
        Optional<Element> two = letters.length() < 2 ? Optional.empty() : exactly(letters.substring(0, 2));
        if (two.isPresent() && Character.isLowerCase(letters.charAt(1))) {
            return List.of(two.get());
        }
        List<Element> out = new ArrayList<>();
        two.ifPresent(out::add);
        one.ifPresent(out::add);
        return out;
    }

    private static Optional<Element> exactly(String letters) {
        if (letters.isEmpty() || letters.length() > 2) {
            return Optional.empty();
        }
        return Element.ofSymbol(letters.substring(0, 1).toUpperCase(Locale.ROOT)
                + letters.substring(1).toLowerCase(Locale.ROOT));
    }
}
