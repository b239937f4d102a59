package org.nocturne.generator.refinement;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Limited-memory BFGS (Nocedal, Math. Comp. 35, 773 (1980), the two-loop recursion; first scale by Liu and Nocedal, Math. Program. 45, 503
 * (1989)) with a line search that backs off until the value is enough below the largest of the last few (Grippo, Lampariello and Lucidi, SIAM
 * J. Numer. Anal. 23, 707 (1986)), and a cap on how far any atom goes in one step: beyond it forces of a code say nothing. Not every step
 * has to go down, because a misfit jumps by a little whenever a pair of atoms crosses the end of the pairs, and a search that insists gets stuck
 * there. The lowest point is what is returned.
 */
final class Lbfgs {
    private static final double SUFFICIENT = 1e-4;
    private static final double FIRST_STEP_ANGSTROM = 0.02;
    private static final int MOST_BACK_OFFS = 12;
    private static final int VALUES_LOOKED_BACK_ON = 8;

    private final int memory;
    private final double capAngstrom;
    private final double smallGradient;
    private final int mostEvaluations;

    /** A value and its gradient. */
    interface Function {
        /** @param gradient is filled */
        double at(double[] x, double[] gradient);
    }

    /** Why it ended. */
    enum Reason {
        SMALL_GRADIENT,
        NO_LOWER_VALUE,
        MOST_EVALUATIONS
    }

    record End(double[] x, double value, int evaluations, Reason reason) {}

    private record Pair(double[] s, double[] y, double rho) {}

    /**
     * @param memory pairs of steps and gradient changes kept
     * @param capAngstrom longest way of an atom, of three components each, in a step
     * @param smallGradient ends when no atom's gradient is longer
     * @param mostEvaluations ends after so many
     */
    Lbfgs(int memory, double capAngstrom, double smallGradient, int mostEvaluations) {
        this.memory = memory;
        this.capAngstrom = capAngstrom;
        this.smallGradient = smallGradient;
        this.mostEvaluations = mostEvaluations;
    }

    End minimise(Function function, double[] start) {
        double[] x = start.clone();
        double[] gradient = new double[x.length];
        double value = function.at(x, gradient);
        int evaluations = 1;
        Deque<Pair> history = new ArrayDeque<>();
        Deque<Double> values = new ArrayDeque<>(List.of(value));
        double[] lowest = x;
        double lowestValue = value;
        while (longest(gradient) > smallGradient) {
            double[] direction = direction(gradient, history);
            double slope = dot(direction, gradient);
            if (!(slope < 0)) {
                history.clear();
                direction = direction(gradient, history);
                slope = dot(direction, gradient);
            }
            double step = Math.min(1, capAngstrom / longest(direction));
            double[] next = new double[x.length];
            double[] nextGradient = new double[x.length];
            boolean lower = false;
            for (int k = 0; k < MOST_BACK_OFFS && !lower; k++) {
                if (evaluations >= mostEvaluations) {
                    return new End(lowest, lowestValue, evaluations, Reason.MOST_EVALUATIONS);
                }
                for (int i = 0; i < x.length; i++) {
                    next[i] = x[i] + step * direction[i];
                }
                double found = function.at(next, nextGradient);
                evaluations++;
                if (found <= Collections.max(values) + SUFFICIENT * step * slope) {
                    lower = true;
                    remember(history, x, next, gradient, nextGradient);
                    value = found;
                } else {
                    step *= backOff(value, slope * step, found);
                }
            }
            if (lower) {
                x = next;
                gradient = nextGradient;
                values.addLast(value);
                if (values.size() > VALUES_LOOKED_BACK_ON) {
                    values.removeFirst();
                }
                if (value < lowestValue) {
                    lowest = x;
                    lowestValue = value;
                }
            } else if (history.isEmpty()) {
                return new End(lowest, lowestValue, evaluations, Reason.NO_LOWER_VALUE);
            } else {
                history.clear();
            }
        }
        return new End(lowest, lowestValue, evaluations, Reason.SMALL_GRADIENT);
    }

    /** The minimum of the parabola through value, slope and what was found, between a tenth and a half of the step. */
    private static double backOff(double value, double slopeOfStep, double found) {
        double factor = -slopeOfStep / (2 * (found - value - slopeOfStep));
        return Double.isFinite(factor) ? Math.min(0.5, Math.max(0.1, factor)) : 0.1;
    }

    private void remember(Deque<Pair> history, double[] x, double[] next, double[] g, double[] nextG) {
        double[] s = new double[x.length];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            s[i] = next[i] - x[i];
            y[i] = nextG[i] - g[i];
        }
        double curvature = dot(s, y);
        if (curvature > 1e-10 * Math.sqrt(dot(s, s) * dot(y, y))) {
            history.addFirst(new Pair(s, y, 1 / curvature));
            if (history.size() > memory) {
                history.removeLast();
            }
        }
    }

    private static double[] direction(double[] gradient, Deque<Pair> history) {
        double[] q = gradient.clone();
        double[] alpha = new double[history.size()];
        int k = 0;
        for (Pair pair : history) {
            alpha[k] = pair.rho() * dot(pair.s(), q);
            add(q, -alpha[k], pair.y());
            k++;
        }
        double scale = history.isEmpty()
                ? FIRST_STEP_ANGSTROM / longest(gradient)
                : 1
                        / (history.getFirst().rho()
                                * dot(history.getFirst().y(), history.getFirst().y()));
        for (int i = 0; i < q.length; i++) {
            q[i] *= scale;
        }
        for (Iterator<Pair> oldest = history.descendingIterator(); oldest.hasNext(); ) {
            Pair pair = oldest.next();
            k--;
            add(q, alpha[k] - pair.rho() * dot(pair.y(), q), pair.s());
        }
        for (int i = 0; i < q.length; i++) {
            q[i] = -q[i];
        }
        return q;
    }

    private static void add(double[] to, double factor, double[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * what[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** The longest of the vectors of three components each. */
    private static double longest(double[] v) {
        double square = 0;
        for (int i = 0; i < v.length; i += 3) {
            square = Math.max(square, v[i] * v[i] + v[i + 1] * v[i + 1] + v[i + 2] * v[i + 2]);
        }
        return Math.sqrt(square);
    }
}
