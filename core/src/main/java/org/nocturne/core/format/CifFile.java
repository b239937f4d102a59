package org.nocturne.core.format;

import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nocturne.core.structure.CellParameters;
import org.nocturne.core.structure.Structure;
import org.rcsb.cif.CifIO;
import org.rcsb.cif.ParsingException;
import org.rcsb.cif.model.Block;

/**
 * Crystals as CIF (Hall, Allen, Brown, Acta Cryst. A 47, 655 (1991)). The grammar is read by ciftools; cell, symmetry and sites by
 * {@link CifCrystal}. A CIF tells the shape of a cell and not how it lies in space: a comes out along x, b in the xy plane.
 */
public final class CifFile {
    private static final String WANTED = "a crystal structure as CIF";
    private static final Pattern LINE = Pattern.compile("\\[(\\d+)]\\s*$");

    private CifFile() {}

    /**
     * One frame for each data block that lists atoms, its whole cell; the block's name is the info "block".
     *
     * @throws FormatException if it is no CIF, lists no atoms, or a crystal of it cannot be meant
     */
    public static List<XyzFrame> read(Path file) throws IOException {
        String text = TextInput.read(file, WANTED);
        List<XyzFrame> out = new ArrayList<>();
        for (Block block : blocks(file, text)) {
            CifValues values = new CifValues(file, text, block);
            if (values.has("atom_site_label") || values.has("atom_site_type_symbol") || values.has("atom_site_id")) {
                Structure structure = new CifCrystal(values).structure();
                out.add(new XyzFrame(structure, Map.of("block", new XyzValue.Text(block.getBlockHeader())), Map.of()));
            }
        }
        if (out.isEmpty()) {
            throw new FormatException(file, "lists no atoms (atom_site_label ...); wanted is " + WANTED);
        }
        return out;
    }

    private static List<? extends Block> blocks(Path file, String text) throws IOException {
        try {
            return CifIO.readFromInputStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                    .getBlocks();
        } catch (ParsingException e) {
            String said = String.valueOf(e.getMessage());
            Matcher line = LINE.matcher(said);
            String problem = "is no CIF: " + said.replaceFirst("\\s*\\[\\d+]\\s*$", "");
            throw line.find()
                    ? new FormatException(file, Long.parseLong(line.group(1)), problem)
                    : new FormatException(file, problem);
        }
    }

    /**
     * Writes one data block: every atom of the cell, without symmetry. The cell is turned so that a lies along x; one whose vectors are
     * left-handed is mirrored as well.
     *
     * @param name of the block
     * @throws IllegalArgumentException if the structure is not periodic in all three directions
     */
    public static void write(XyzFrame frame, String name, BufferedWriter out) throws IOException {
        Structure structure = frame.structure();
        if (!structure.cell().isFullyPeriodic()) {
            throw new IllegalArgumentException(
                    "a structure that is not periodic in all three directions cannot be written as CIF");
        }
        CellParameters shape = CellParameters.of(structure.cell());
        out.write("data_" + name.replaceAll("[^A-Za-z0-9._-]", "_") + "\n");
        out.write("_cell_length_a " + shape.a() + "\n_cell_length_b " + shape.b() + "\n_cell_length_c " + shape.c());
        out.write("\n_cell_angle_alpha " + shape.alpha() + "\n_cell_angle_beta " + shape.beta());
        out.write("\n_cell_angle_gamma " + shape.gamma() + "\n_cell_volume "
                + structure.cell().volume() + "\n");
        out.write("_space_group_name_H-M_alt 'P 1'\n_space_group_IT_number 1\n");
        out.write("loop_\n_space_group_symop_operation_xyz\n'x, y, z'\n");
        out.write("loop_\n_atom_site_label\n_atom_site_type_symbol\n_atom_site_fract_x\n_atom_site_fract_y\n"
                + "_atom_site_fract_z\n_atom_site_occupancy\n");
        double[] s = new double[3];
        for (int atom = 0; atom < structure.size(); atom++) {
            structure.cell().toFractional(structure.x(atom), structure.y(atom), structure.z(atom), s);
            String symbol = structure.species(atom).symbol();
            out.write(symbol + (atom + 1) + " " + symbol + " " + s[0] + " " + s[1] + " " + s[2] + " 1.0\n");
        }
        out.write("\n");
    }
}
