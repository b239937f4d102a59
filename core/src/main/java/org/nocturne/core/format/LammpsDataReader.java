package org.nocturne.core.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.format.LammpsDataFile.AtomStyle;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/** One pass over a LAMMPS data file. Sections other than Masses, Atom Type Labels and Atoms are passed over. */
final class LammpsDataReader {
    private static final Set<String> AXES = Set.of("xlo", "ylo", "zlo");

    private record Atom(String type, double[] xyz, int[] image, long line) {}

    private final Path file;
    private @Nullable AtomStyle style;
    private long line;
    private int atomCount = -1;
    private final double[] low = new double[3];
    private final double[] high = new double[3];
    private final double[] tilt = new double[3];
    private final boolean[] seenAxis = new boolean[3];
    private final Map<String, Element> elements = new HashMap<>();
    private final Map<Long, Atom> atoms = new TreeMap<>();

    private LammpsDataReader(Path file, @Nullable AtomStyle style) {
        this.file = file;
        this.style = style;
    }

    static Structure read(Path file, @Nullable AtomStyle style) throws IOException {
        LammpsDataReader reader = new LammpsDataReader(file, style);
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            reader.readLines(in);
        }
        return reader.structure();
    }

    private void readLines(BufferedReader in) throws IOException {
        String section = "";
        for (String raw = in.readLine(); raw != null; raw = in.readLine()) {
            line++;
            int hash = raw.indexOf('#');
            String comment = hash < 0 ? "" : raw.substring(hash + 1).strip();
            String text = (hash < 0 ? raw : raw.substring(0, hash)).strip();
            if (text.isEmpty() || line == 1) {
                continue;
            }
            if (Character.isLetter(text.charAt(0)) && !isLabelledRow(section, text)) {
                section = text;
                if (section.equals("Atoms") && !comment.isEmpty()) {
                    style = styleNamed(comment);
                }
            } else {
                String[] words = text.split("\\s+");
                switch (section) {
                    case "" -> header(words);
                    case "Masses" -> mass(words, comment);
                    case "Atom Type Labels" -> label(words);
                    case "Atoms" -> atom(words);
                    default -> {
                        /* velocities, bonds and the like say nothing about the structure */
                    }
                }
            }
        }
    }

    /** With type labels the rows of Masses begin with a letter, as section titles do; but titles hold no number. */
    private static boolean isLabelledRow(String section, String text) {
        return section.equals("Masses") && text.split("\\s+").length == 2 && text.matches("\\S+\\s+[-+.\\d].*");
    }

    private AtomStyle styleNamed(String name) {
        for (AtomStyle candidate : AtomStyle.values()) {
            if (candidate.name().toLowerCase(Locale.ROOT).equals(name)) {
                return candidate;
            }
        }
        throw wrong("atom style is '" + name + "'; atomic, charge, molecular and full are read");
    }

    private void header(String[] words) {
        if (words.length == 2 && words[1].equals("atoms")) {
            atomCount = (int) number(words[0]);
        } else if (words.length == 4 && AXES.contains(words[2])) {
            int axis = words[2].charAt(0) - 'x';
            low[axis] = number(words[0]);
            high[axis] = number(words[1]);
            seenAxis[axis] = true;
        } else if (words.length == 6 && words[3].equals("xy")) {
            for (int k = 0; k < 3; k++) {
                tilt[k] = number(words[k]);
            }
        }
    }

    private void mass(String[] words, String comment) {
        if (words.length < 2) {
            throw wrong("a row of Masses is 'type mass', found '" + String.join(" ", words) + "'");
        }
        double mass = number(words[1]);
        Element element = Element.ofMass(mass)
                .or(() -> Element.ofSymbol(comment))
                .or(() -> Element.ofSymbol(words[0]))
                .orElseThrow(() -> wrong("mass " + mass + " amu of type " + words[0]
                        + " is that of no element; metal units are wanted, or the symbol as a comment"));
        elements.putIfAbsent(words[0], element);
    }

    private void label(String[] words) {
        if (words.length == 2) {
            Element.ofSymbol(words[1]).ifPresent(element -> {
                elements.put(words[0], element);
                elements.put(words[1], element);
            });
        }
    }

    private void atom(String[] words) {
        if (style == null) {
            throw wrong("the Atoms section does not name its style; write 'Atoms # full', or say which it is");
        }
        int x = style.xColumn;
        if (words.length != x + 3 && words.length != x + 6) {
            throw wrong("an atom of style " + style.name().toLowerCase(Locale.ROOT) + " has " + (x + 3) + " or "
                    + (x + 6) + " columns, found " + words.length);
        }
        double[] xyz = {number(words[x]), number(words[x + 1]), number(words[x + 2])};
        int[] image = new int[3];
        for (int k = 0; k < 3 && words.length == x + 6; k++) {
            image[k] = (int) number(words[x + 3 + k]);
        }
        Atom earlier = atoms.put((long) number(words[0]), new Atom(words[style.typeColumn], xyz, image, line));
        if (earlier != null) {
            throw wrong("atom " + words[0] + " was already given in line " + earlier.line());
        }
    }

    private Structure structure() {
        if (!(seenAxis[0] && seenAxis[1] && seenAxis[2])) {
            throw new FormatException(file, "the box is not given: xlo xhi, ylo yhi and zlo zhi are wanted");
        }
        if (atoms.isEmpty() || atoms.size() != atomCount) {
            throw new FormatException(
                    file, "the header promises " + atomCount + " atoms, the Atoms section holds " + atoms.size());
        }
        Cell cell =
                Cell.periodic(high[0] - low[0], 0, 0, tilt[0], high[1] - low[1], 0, tilt[1], tilt[2], high[2] - low[2]);
        List<Element> species = new ArrayList<>(atomCount);
        double[] xyz = new double[3 * atomCount];
        double[] shift = new double[3];
        int at = 0;
        for (Atom atom : atoms.values()) {
            species.add(elementOf(atom));
            cell.toCartesian(atom.image[0], atom.image[1], atom.image[2], shift);
            for (int k = 0; k < 3; k++) {
                xyz[at++] = atom.xyz[k] + shift[k];
            }
        }
        return new Structure(cell, species, xyz);
    }

    private Element elementOf(Atom atom) {
        Element element = elements.get(atom.type);
        if (element == null) {
            throw new FormatException(
                    file,
                    atom.line,
                    "atom type '" + atom.type + "' has neither a mass nor a label that names an element");
        }
        return element;
    }

    private double number(String word) {
        try {
            double value = Double.parseDouble(word);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wrong("'" + word + "' is not a number");
        }
        throw wrong("'" + word + "' is not finite");
    }

    private FormatException wrong(String problem) {
        return new FormatException(file, line, problem);
    }
}
