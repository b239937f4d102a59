package org.nocturne.core.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.structure.Element;

/** Takes the words of one column of a frame, atom after atom. */
abstract class XyzCells {

    /** @throws NumberFormatException if the word is not of the column's type */
    abstract void take(Words words, int at);

    /** What they became; empty of species and positions, which have places of their own. */
    abstract Optional<XyzColumn> column();

    static XyzCells of(char letter, int width, int atoms) {
        return switch (letter) {
            case 'R' -> new Reals(width, new double[width * atoms], false);
            case 'I' -> new Wholes(width, new long[width * atoms]);
            case 'L' -> new Flags(width, new boolean[width * atoms]);
            default -> new Texts(width, new ArrayList<>(width * atoms));
        };
    }

    static XyzCells positions(double[] xyz) {
        return new Reals(3, xyz, true);
    }

    static XyzCells species(List<Element> species) {
        return new Species(species);
    }

    private static final class Reals extends XyzCells {
        private final int width;
        private final double[] values;
        private final boolean elsewhere;
        private int next;

        Reals(int width, double[] values, boolean elsewhere) {
            this.width = width;
            this.values = values;
            this.elsewhere = elsewhere;
        }

        @Override
        void take(Words words, int at) {
            values[next++] = words.real(at);
        }

        @Override
        Optional<XyzColumn> column() {
            return elsewhere ? Optional.empty() : Optional.of(new XyzColumn.Reals(width, values));
        }
    }

    private static final class Wholes extends XyzCells {
        private final int width;
        private final long[] values;
        private int next;

        Wholes(int width, long[] values) {
            this.width = width;
            this.values = values;
        }

        @Override
        void take(Words words, int at) {
            values[next++] = words.whole(at);
        }

        @Override
        Optional<XyzColumn> column() {
            return Optional.of(new XyzColumn.Wholes(width, values));
        }
    }

    private static final class Flags extends XyzCells {
        private final int width;
        private final boolean[] values;
        private int next;

        Flags(int width, boolean[] values) {
            this.width = width;
            this.values = values;
        }

        @Override
        void take(Words words, int at) {
            boolean yes = words.is(at, "T") || words.is(at, "True");
            if (!yes && !words.is(at, "F") && !words.is(at, "False")) {
                throw new NumberFormatException("neither T nor F");
            }
            values[next++] = yes;
        }

        @Override
        Optional<XyzColumn> column() {
            return Optional.of(new XyzColumn.Flags(width, values));
        }
    }

    private static final class Texts extends XyzCells {
        private final int width;
        private final List<String> values;

        Texts(int width, List<String> values) {
            this.width = width;
            this.values = values;
        }

        @Override
        void take(Words words, int at) {
            values.add(words.word(at));
        }

        @Override
        Optional<XyzColumn> column() {
            return Optional.of(new XyzColumn.Texts(width, values));
        }
    }

    /** By symbol or by atomic number. */
    private static final class Species extends XyzCells {
        private final List<Element> species;
        private String word = "";
        private @Nullable Element element;

        Species(List<Element> species) {
            this.species = species;
        }

        @Override
        void take(Words words, int at) {
            if (element == null || !words.is(at, word)) { // mostly it is the one of the atom before
                word = words.word(at);
                element = read(word);
            }
            species.add(element);
        }

        private static Element read(String word) {
            if (XyzComment.isWhole(word)) {
                long z = Long.parseLong(word);
                if (z >= 1 && z <= Element.values().length) {
                    return Element.ofAtomicNumber((int) z);
                }
            }
            return Element.ofSymbol(word).orElseThrow(() -> new NumberFormatException("no element"));
        }

        @Override
        Optional<XyzColumn> column() {
            return Optional.empty();
        }
    }
}
