package org.nocturne.core.format;

import java.util.Arrays;
import java.util.List;

/** A per-atom array of an extended XYZ frame: {@link #width()} values for each atom, atom after atom. */
public sealed interface XyzColumn {

    int width();

    /** Number of values, width times atoms. */
    int length();

    /** The letter that stands for the type: R, I, L or S. */
    char letter();

    record Reals(int width, double[] values) implements XyzColumn {
        public Reals {
            values = values.clone();
        }

        @Override
        public double[] values() {
            return values.clone();
        }

        @Override
        public int length() {
            return values.length;
        }

        @Override
        public char letter() {
            return 'R';
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Reals that && width == that.width && Arrays.equals(values, that.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }

    record Wholes(int width, long[] values) implements XyzColumn {
        public Wholes {
            values = values.clone();
        }

        @Override
        public long[] values() {
            return values.clone();
        }

        @Override
        public int length() {
            return values.length;
        }

        @Override
        public char letter() {
            return 'I';
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Wholes that && width == that.width && Arrays.equals(values, that.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }

    record Flags(int width, boolean[] values) implements XyzColumn {
        public Flags {
            values = values.clone();
        }

        @Override
        public boolean[] values() {
            return values.clone();
        }

        @Override
        public int length() {
            return values.length;
        }

        @Override
        public char letter() {
            return 'L';
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Flags that && width == that.width && Arrays.equals(values, that.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }

    /** Words without white space. */
    record Texts(int width, List<String> values) implements XyzColumn {
        public Texts {
            values = List.copyOf(values);
            for (String value : values) {
                if (value.isEmpty() || value.chars().anyMatch(Character::isWhitespace)) {
                    throw new IllegalArgumentException(
                            "'" + value + "' cannot stand in a column: it is empty or holds white space");
                }
            }
        }

        @Override
        public int length() {
            return values.size();
        }

        @Override
        public char letter() {
            return 'S';
        }
    }
}
