package org.nocturne.core.crystal;

import java.util.Arrays;

/**
 * The one-to-one assignment of rows to columns whose costs have the smallest sum, by shortest augmenting paths with dual prices
 * (Jonker and Volgenant, Computing 38, 325 (1987)), in O(n^3).
 */
final class MinimumCostAssignment {
    private static final int FREE = -1;

    private final double[][] cost;
    private final double[] rowPrice;
    private final double[] columnPrice;
    private final int[] rowOf;

    private MinimumCostAssignment(double[][] cost) {
        int n = cost.length;
        this.cost = cost;
        this.rowPrice = new double[n];
        this.columnPrice = new double[n];
        this.rowOf = new int[n];
        Arrays.fill(rowOf, FREE);
    }

    /**
     * @param cost n rows of n finite numbers
     * @return the column of each row
     */
    static int[] of(double[][] cost) {
        for (double[] row : cost) {
            if (row.length != cost.length) {
                throw new IllegalArgumentException("costs have " + cost.length + " rows and a row of " + row.length
                        + "; as many columns as rows are wanted");
            }
        }
        MinimumCostAssignment search = new MinimumCostAssignment(cost);
        for (int row = 0; row < cost.length; row++) {
            search.augment(row);
        }
        int[] columnOf = new int[cost.length];
        for (int column = 0; column < cost.length; column++) {
            columnOf[search.rowOf[column]] = column;
        }
        return columnOf;
    }

    /** Finds the cheapest alternating path from a new row to a free column, adapts the prices and turns the path around. */
    private void augment(int start) {
        int n = cost.length;
        double[] distance = new double[n];
        int[] before = new int[n];
        boolean[] reached = new boolean[n];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        Arrays.fill(before, FREE);
        int row = start;
        int last = FREE;
        double length = 0;
        while (row != FREE) {
            int nearest = FREE;
            for (int column = 0; column < n; column++) {
                if (reached[column]) {
                    continue;
                }
                double through = length + cost[row][column] - rowPrice[row] - columnPrice[column];
                if (through < distance[column]) {
                    distance[column] = through;
                    before[column] = last;
                }
                if (nearest == FREE || distance[column] < distance[nearest]) {
                    nearest = column;
                }
            }
            reached[nearest] = true;
            length = distance[nearest];
            last = nearest;
            row = rowOf[nearest];
        }
        rowPrice[start] += length;
        for (int column = 0; column < n; column++) {
            if (reached[column] && column != last) {
                rowPrice[rowOf[column]] += length - distance[column];
                columnPrice[column] -= length - distance[column];
            }
        }
        turn(start, last, before);
    }

    private void turn(int start, int free, int[] before) {
        int column = free;
        while (before[column] != FREE) {
            rowOf[column] = rowOf[before[column]];
            column = before[column];
        }
        rowOf[column] = start;
    }
}
