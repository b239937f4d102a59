package org.nocturne.generator.scattering;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.nocturne.core.structure.Element;

/** A published table with one row of numbers per element, kept as a resource beside this class; # begins a comment. */
final class ElementTable {
    private final String citation;
    private final Map<Element, double[]> rows = new EnumMap<>(Element.class);

    ElementTable(String resource, String citation, int columns) {
        this.citation = citation;
        try (InputStream in = ElementTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the program; the build is broken");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> read(line, resource, columns));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String line, String resource, int columns) {
        String[] words = line.trim().split("\\s+", -1);
        if (words.length != columns + 1) {
            throw new IllegalStateException(resource + ": '" + line + "' needs " + columns + " numbers");
        }
        rows.put(
                Element.ofSymbol(words[0]).orElseThrow(),
                Arrays.stream(words, 1, words.length)
                        .mapToDouble(Double::parseDouble)
                        .toArray());
    }

    boolean has(Element element) {
        return rows.containsKey(element);
    }

    /** The row itself, not a copy: it is read in hot loops and never leaves this package. */
    double[] row(Element element) {
        double[] row = rows.get(element);
        if (row == null) {
            throw new IllegalArgumentException(element.symbol() + " is not in the table of " + citation);
        }
        return row;
    }
}
