package org.nocturne.core.work;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What another attempt at a calculation does otherwise than the one that failed. A factor of 1 leaves a thing as it is.
 *
 * @param set settings of the code and their new values
 * @param multiply numeric settings of the code and their factors
 * @param anotherSeed whether another seed alone may help; every attempt has its own anyway
 * @param steps factor of all numbers of steps of molecular dynamics; beside a smaller time step it keeps the time that is simulated
 * @param iterations factor of the iterations of a minimisation
 * @param time factor of the time limit
 * @param memory factor of the memory, where the launcher reserves any
 * @param carry files and folders of the failed attempt that the next one finds in its work directory, such as a restart file
 */
public record Correction(
        Map<String, Object> set,
        Map<String, Double> multiply,
        boolean anotherSeed,
        double steps,
        double iterations,
        double time,
        double memory,
        List<String> carry) {

    public Correction {
        carry = carry == null ? List.of() : List.copyOf(carry);
        carry.forEach(Correction::requireInside);
        set = Collections.unmodifiableMap(new TreeMap<>(set));
        multiply = Collections.unmodifiableMap(new TreeMap<>(multiply));
        multiply.forEach(Correction::requireFactor);
        requireFactor("steps", steps);
        requireFactor("iterations", iterations);
        requireFactor("time", time);
        requireFactor("memory", memory);
        boolean growsNothing = steps * iterations * time * memory == 1;
        if (set.isEmpty() && multiply.isEmpty() && !anotherSeed && growsNothing && carry.isEmpty()) {
            throw new IllegalArgumentException("a correction changes nothing; wanted is at least one change");
        }
    }

    /** One that carries nothing over. */
    public Correction(
            Map<String, Object> set,
            Map<String, Double> multiply,
            boolean anotherSeed,
            double steps,
            double iterations,
            double time,
            double memory) {
        this(set, multiply, anotherSeed, steps, iterations, time, memory, List.of());
    }

    private static void requireInside(String name) {
        Path path = Path.of(name);
        if (name.isBlank() || path.isAbsolute() || !path.normalize().equals(path) || path.startsWith("..")) {
            throw new IllegalArgumentException(
                    "carry names '" + name + "'; wanted is a file or folder of the work directory");
        }
    }

    private static void requireFactor(String what, double factor) {
        if (!(factor > 0 && Double.isFinite(factor))) {
            throw new IllegalArgumentException("the factor of " + what + " is " + factor + "; above 0 is wanted");
        }
    }

    /** Whether the code itself is asked for something else. */
    public boolean changesSettings() {
        return !set.isEmpty() || !multiply.isEmpty();
    }

    /** "timestep-fs*0.5 steps*2". */
    public String inWords() {
        List<String> out = new ArrayList<>();
        set.forEach((name, value) -> out.add(name + "=" + value));
        multiply.forEach((name, factor) -> out.add(factor(name, factor)));
        if (anotherSeed) {
            out.add("seed=another");
        }
        factors().forEach((name, factor) -> {
            if (factor != 1) {
                out.add(factor(name, factor));
            }
        });
        carry.forEach(name -> out.add("carry=" + name));
        return String.join(" ", out);
    }

    private Map<String, Double> factors() {
        Map<String, Double> out = new LinkedHashMap<>();
        out.put("steps", steps);
        out.put("iterations", iterations);
        out.put("time", time);
        out.put("memory", memory);
        return out;
    }

    private static String factor(String name, double factor) {
        return name + "*" + String.format(Locale.ROOT, "%.4g", factor).replaceFirst("\\.?0+$", "");
    }
}
