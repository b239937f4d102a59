package org.nocturne.adapters.lammps;

import java.util.ArrayList;
import java.util.List;
import org.nocturne.core.work.Cause;

/** The rows LAMMPS prints during one run or minimisation. */
final class ThermoTable {
    private final List<String> columns;
    private final List<double[]> rows = new ArrayList<>();
    private boolean closed;

    ThermoTable(List<String> columns) {
        this.columns = List.copyOf(columns);
    }

    /** Takes a line of the log, if it is a row. */
    void offer(String line) {
        String[] words = line.strip().split("\\s+");
        if (words.length != columns.size()) {
            return;
        }
        double[] row = new double[words.length];
        for (int k = 0; k < words.length; k++) {
            try {
                row[k] = number(words[k]);
            } catch (NumberFormatException e) {
                return;
            }
        }
        rows.add(row);
    }

    /** "Loop time" was printed: the run came to its end. */
    void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    int size() {
        return rows.size();
    }

    /** From the first row to the last. */
    double steps() {
        int at = columns.indexOf("Step");
        return at < 0 || rows.isEmpty() ? 0 : rows.get(rows.size() - 1)[at] - rows.get(0)[at];
    }

    double value(int row, String column) throws BadOutput {
        int at = columns.indexOf(column);
        if (at < 0) {
            throw new BadOutput(Cause.UNREADABLE_OUTPUT, "the log has no column " + column + ", only " + columns);
        }
        return rows.get(row)[at];
    }

    double last(String column) throws BadOutput {
        if (rows.isEmpty()) {
            throw new BadOutput(Cause.UNREADABLE_OUTPUT, "a run has no row in the log");
        }
        return value(rows.size() - 1, column);
    }

    /**
     * Refuses rows with NaN or infinity, and rows with another number of atoms.
     *
     * @param atoms as in the input
     */
    void requireSound(int atoms) throws BadOutput {
        for (int row = 0; row < rows.size(); row++) {
            long step = (long) value(row, "Step");
            if (value(row, "Atoms") != atoms) {
                throw new BadOutput(
                        Cause.LOST_ATOMS,
                        (long) value(row, "Atoms") + " of " + atoms + " atoms are left at step " + step);
            }
            for (int k = 0; k < columns.size(); k++) {
                if (!Double.isFinite(rows.get(row)[k])) {
                    throw new BadOutput(
                            Cause.NOT_FINITE, columns.get(k) + " is " + rows.get(row)[k] + " at step " + step);
                }
            }
        }
    }

    private static double number(String word) {
        return switch (word) {
            case "nan", "-nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(word);
        };
    }
}
