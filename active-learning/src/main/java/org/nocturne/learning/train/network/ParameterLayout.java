package org.nocturne.learning.train.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Where each parameter of a network lies in one array that holds all of them: what an optimiser moves and a file stores. The order is
 * that of declaration and never changes for one shape.
 */
public final class ParameterLayout {

    /** @param fanIn inputs that are summed, by which the first values are scaled; 0 where they are to be zero */
    public record Parameter(String name, long[] shape, int offset, int fanIn) {
        public int size() {
            return (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        }

        /** Its values out of the array of all. */
        public float[] of(float[] all) {
            return Arrays.copyOfRange(all, offset, offset + size());
        }
    }

    private final Map<String, Parameter> byName = new LinkedHashMap<>();
    private int size;

    ParameterLayout linear(String name, int in, int out) {
        return add(name + ".weight", in, in, out).add(name + ".bias", in, out);
    }

    /** A linear map whose outputs are all zero at the start. */
    ParameterLayout silent(String name, int in, int out) {
        return add(name + ".weight", 0, in, out).add(name + ".bias", 0, out);
    }

    ParameterLayout add(String name, int fanIn, long... shape) {
        Parameter parameter = new Parameter(name, shape, size, fanIn);
        byName.put(name, parameter);
        size += parameter.size();
        return this;
    }

    public List<Parameter> all() {
        return new ArrayList<>(byName.values());
    }

    /** @throws IllegalArgumentException if the network has no parameter of this name */
    public Parameter named(String name) {
        Parameter found = byName.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no parameter is named " + name);
        }
        return found;
    }

    /** Numbers in all parameters together. */
    public int size() {
        return size;
    }

    /** First values, uniform within 1/sqrt(inputs) (LeCun et al., Efficient BackProp, 1998); the same seed gives the same. */
    public float[] initial(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        float[] values = new float[size];
        for (Parameter parameter : byName.values()) {
            if (parameter.fanIn() > 0) {
                double bound = 1 / Math.sqrt(parameter.fanIn());
                for (int k = 0; k < parameter.size(); k++) {
                    values[parameter.offset() + k] = (float) (bound * (2 * random.nextDouble() - 1));
                }
            }
        }
        return values;
    }
}
