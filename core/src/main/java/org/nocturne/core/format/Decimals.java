package org.nocturne.core.format;

import com.fasterxml.jackson.core.io.NumberOutput;

/**
 * Real numbers as text: the shortest decimal that comes back bit by bit (Giulietti, "The Schubfach way to render doubles", 2020), the same on
 * every Java. Before version 19 Java itself prints some of them longer, and all of them more slowly.
 */
final class Decimals {
    private Decimals() {}

    static String text(double value) {
        return NumberOutput.toString(value, true);
    }

    /** Three of them, with a space before each. */
    static void appendTriple(StringBuilder out, double x, double y, double z) {
        out.append(' ').append(text(x)).append(' ').append(text(y)).append(' ').append(text(z));
    }
}
