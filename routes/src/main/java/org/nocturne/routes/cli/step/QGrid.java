package org.nocturne.routes.cli.step;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Evenly spaced q, written first:last:points, both ends included. */
record QGrid(double firstPerAngstrom, double lastPerAngstrom, int points) {
    private static final Pattern FORM = Pattern.compile("([0-9.eE+-]+):([0-9.eE+-]+):(\\d{1,7})");

    double[] qPerAngstrom() {
        double[] q = new double[points];
        for (int k = 0; k < points; k++) {
            q[k] = firstPerAngstrom + k * (lastPerAngstrom - firstPerAngstrom) / (points - 1);
        }
        return q;
    }

    @Override
    public String toString() {
        return firstPerAngstrom + ":" + lastPerAngstrom + ":" + points;
    }

    static final class Converter implements ITypeConverter<QGrid> {
        @Override
        public QGrid convert(String text) {
            Matcher match = FORM.matcher(text);
            if (!match.matches()) {
                throw wanted(text);
            }
            try {
                QGrid grid = new QGrid(
                        Double.parseDouble(match.group(1)),
                        Double.parseDouble(match.group(2)),
                        Integer.parseInt(match.group(3)));
                if (grid.firstPerAngstrom >= 0 && grid.lastPerAngstrom > grid.firstPerAngstrom && grid.points > 1) {
                    return grid;
                }
            } catch (NumberFormatException e) {
                throw wanted(text);
            }
            throw wanted(text);
        }

        private static TypeConversionException wanted(String found) {
            return new TypeConversionException("found '" + found
                    + "'; wanted is first:last:points in 1/angstrom with 0 <= first < last and at least 2 points, such as"
                    + " 0.5:20:400");
        }
    }
}
