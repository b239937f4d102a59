package org.nocturne.core.format;

import java.util.Arrays;

/** A value of the comment line of an extended XYZ frame, with the types ASE gives them. */
public sealed interface XyzValue {

    record Text(String value) implements XyzValue {}

    record Whole(long value) implements XyzValue {}

    record Real(double value) implements XyzValue {}

    record Flag(boolean value) implements XyzValue {}

    /** Several whole numbers. */
    record Wholes(long[] values) implements XyzValue {
        public Wholes {
            values = values.clone();
        }

        @Override
        public long[] values() {
            return values.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Wholes that && Arrays.equals(values, that.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }

    record Reals(double[] values) implements XyzValue {
        public Reals {
            values = values.clone();
        }

        @Override
        public double[] values() {
            return values.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Reals that && Arrays.equals(values, that.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }

    record Flags(boolean[] values) implements XyzValue {
        public Flags {
            values = values.clone();
        }

        @Override
        public boolean[] values() {
            return values.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Flags that && Arrays.equals(values, that.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }

    /** Three rows of three, such as a virial. */
    record Matrix(double[] rows) implements XyzValue {
        public Matrix {
            if (rows.length != 9) {
                throw new IllegalArgumentException("a matrix has 9 numbers, found " + rows.length);
            }
            rows = rows.clone();
        }

        @Override
        public double[] rows() {
            return rows.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Matrix that && Arrays.equals(rows, that.rows);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(rows);
        }
    }

    /** Anything else ASE writes as JSON: lists of strings, dictionaries, larger arrays. Kept as it stands. */
    record Json(String text) implements XyzValue {}
}
