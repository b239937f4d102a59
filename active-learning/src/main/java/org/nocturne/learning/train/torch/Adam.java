package org.nocturne.learning.train.torch;

/**
 * Adam (Kingma and Ba, ICLR 2015, algorithm 1) with the gradient shortened to a longest norm first. It works on plain arrays, so that
 * its whole state goes into a checkpoint and a resumed training goes on to the last bit.
 */
final class Adam {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final double longestGradient;

    Adam(double longestGradient) {
        this.longestGradient = longestGradient;
    }

    /** @param state moved by one step; its weights change along the gradient */
    void step(State state, float[] gradient, double learningRate) {
        state.steps++;
        double norm = 0;
        for (float g : gradient) {
            norm += (double) g * g;
        }
        double shorten = Math.min(1, longestGradient / (Math.sqrt(norm) + 1e-12));
        double first = 1 - Math.pow(BETA1, state.steps);
        double second = 1 - Math.pow(BETA2, state.steps);
        for (int k = 0; k < gradient.length; k++) {
            double g = shorten * gradient[k];
            state.mean[k] = (float) (BETA1 * state.mean[k] + (1 - BETA1) * g);
            state.square[k] = (float) (BETA2 * state.square[k] + (1 - BETA2) * g * g);
            state.weights[k] -=
                    (float) (learningRate * (state.mean[k] / first) / (Math.sqrt(state.square[k] / second) + EPSILON));
        }
    }

    /** Weights and moments. */
    static final class State {
        final float[] weights;
        final float[] mean;
        final float[] square;
        int steps;

        State(float[] weights) {
            this(weights, new float[weights.length], new float[weights.length], 0);
        }

        State(float[] weights, float[] mean, float[] square, int steps) {
            this.weights = weights;
            this.mean = mean;
            this.square = square;
            this.steps = steps;
        }
    }
}
