package org.nocturne.core.format;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/**
 * Reads extended XYZ frame by frame. Plain XYZ is read too: an open cell, and the whole comment line as info "comment" unless it
 * holds key=value pairs.
 */
public final class ExtendedXyzReader implements Closeable {
    private static final String PLAIN_PROPERTIES = "species:S:1:pos:R:3";

    private static final String MARK = "\uFEFF"; // some editors begin a file with a byte order mark

    private final Path file;
    private final BufferedReader in;
    private long line;

    public ExtendedXyzReader(Path file) throws IOException {
        this.file = file;
        this.in = Files.newBufferedReader(file, StandardCharsets.UTF_8);
    }

    /**
     * The next frame; empty at the end of the file.
     *
     * @throws FormatException naming file and line
     */
    public Optional<XyzFrame> next() throws IOException {
        String count = nextLine();
        while (count != null && count.isBlank()) {
            count = nextLine();
        }
        if (count == null) {
            return Optional.empty();
        }
        if (!XyzComment.isWhole(count.strip()) || Long.parseLong(count.strip()) < 1) {
            throw wrong("wanted the number of atoms, found '" + count.strip() + "'");
        }
        int atoms = (int) Long.parseLong(count.strip());
        String comment = promised("the comment line");
        long commentLine = line;
        boolean plain = !comment.contains("=");
        Map<String, String> pairs = plain ? new LinkedHashMap<>() : XyzComment.split(comment);
        Optional<String> lattice = Optional.ofNullable(pairs.remove("Lattice"));
        Optional<String> pbc = Optional.ofNullable(pairs.remove("pbc"));
        Optional<String> properties = Optional.ofNullable(pairs.remove("Properties"));
        Map<String, XyzValue> info = new LinkedHashMap<>();
        pairs.forEach((key, value) -> info.put(key, XyzComment.value(key, value)));
        if (plain && !comment.isBlank()) {
            info.put("comment", new XyzValue.Text(comment.strip()));
        }
        Cell cell = cell(lattice, pbc);
        List<Property> columns = properties(properties.orElse(PLAIN_PROPERTIES));
        List<Element> species = new ArrayList<>(atoms);
        double[] xyz = new double[3 * atoms];
        Map<String, XyzColumn> arrays =
                new XyzTable(file, columns, properties.isEmpty(), atoms).read(new AtomLines(), species, xyz);
        try {
            return Optional.of(new XyzFrame(new Structure(cell, species, xyz), info, arrays));
        } catch (IllegalArgumentException e) {
            throw new FormatException(file, commentLine, "the frame below: " + e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private final class AtomLines implements XyzTable.Rows {
        @Override
        public String next() throws IOException {
            return promised("an atom");
        }

        @Override
        public long line() {
            return line;
        }
    }

    private Cell cell(Optional<String> lattice, Optional<String> pbc) {
        boolean[] periodic = pbc.map(this::flags).orElseGet(() -> {
            boolean all = lattice.isPresent();
            return new boolean[] {all, all, all};
        });
        double[] rows = new double[9];
        if (lattice.isPresent()) {
            String[] words = lattice.get().strip().split("[\\s,]+");
            for (int k = 0; k < 9; k++) {
                if (words.length != 9 || !XyzComment.isReal(words[k])) {
                    throw wrong("Lattice is '" + lattice.get() + "'; nine numbers are wanted");
                }
                rows[k] = XyzComment.real(words[k]);
            }
        }
        try {
            return Cell.of(rows, periodic[0], periodic[1], periodic[2]);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private boolean[] flags(String pbc) {
        String[] words = pbc.strip().split("[\\s,]+");
        boolean[] out = new boolean[3];
        for (int k = 0; k < 3; k++) {
            if (words.length != 3 || !words[k].matches("T|F|True|False|1|0")) {
                throw wrong("pbc is '" + pbc + "'; three of T and F are wanted");
            }
            out[k] = words[k].startsWith("T") || words[k].equals("1");
        }
        return out;
    }

    /** One entry of Properties. */
    record Property(String name, char letter, int width) {}

    private List<Property> properties(String text) {
        String[] words = text.split(":", -1);
        List<Property> out = new ArrayList<>();
        for (int k = 0; k < words.length; k += 3) {
            if (words.length % 3 != 0 || !words[k + 1].matches("[RILS]") || !words[k + 2].matches("[1-9]\\d{0,4}")) {
                throw wrong("Properties is '" + text + "'; wanted is name:type:columns, type one of R I L S");
            }
            out.add(new Property(words[k], words[k + 1].charAt(0), Integer.parseInt(words[k + 2])));
        }
        return out;
    }

    private String promised(String what) throws IOException {
        String text = nextLine();
        if (text == null) {
            throw wrong("the file ends where " + what + " is wanted");
        }
        return text;
    }

    private @Nullable String nextLine() throws IOException {
        line++;
        try {
            String text = in.readLine();
            return line == 1 && text != null && text.startsWith(MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw wrong("is not text in UTF-8 hereabouts; extended XYZ is wanted");
        }
    }

    private FormatException wrong(String problem) {
        return new FormatException(file, line, problem);
    }
}
