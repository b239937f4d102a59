package org.nocturne.core.work;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All that an attempt does otherwise than the first one, in the order in which it was decided. */
public record Corrections(List<Correction> inOrder) {
    public static final Corrections NONE = new Corrections(List.of());

    public Corrections {
        inOrder = List.copyOf(inOrder);
    }

    public boolean isEmpty() {
        return inOrder.isEmpty();
    }

    public Corrections and(Correction another) {
        List<Correction> out = new ArrayList<>(inOrder);
        out.add(another);
        return new Corrections(out);
    }

    /** How often one of them has been made already. */
    public int count(Correction one) {
        return (int) inOrder.stream().filter(one::equals).count();
    }

    public boolean changesSettings() {
        return inOrder.stream().anyMatch(Correction::changesSettings);
    }

    /**
     * The settings of a code with all changes made.
     *
     * @param given in the campaign file
     * @param defaults of settings that the campaign file does not give
     * @throws IllegalArgumentException naming a setting that is to be multiplied and is no number
     */
    public Map<String, Object> applied(Map<String, Object> given, Map<String, Object> defaults) {
        Map<String, Object> out = new LinkedHashMap<>(given);
        for (Correction correction : inOrder) {
            out.putAll(correction.set());
            correction.multiply().forEach((name, factor) -> {
                Object value = out.containsKey(name) ? out.get(name) : defaults.get(name);
                out.put(name, product(name, value, factor));
            });
        }
        return out;
    }

    private static Object product(String name, @Nullable Object value, double factor) {
        double number;
        try {
            number = Double.parseDouble(String.valueOf(value));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    name + " is to be multiplied by " + factor + " but is " + value + "; a number is wanted", e);
        }
        boolean whole = value instanceof Integer || value instanceof Long;
        return whole ? (Object) Math.max(1, Math.round(number * factor)) : (Object) (number * factor);
    }

    public double steps() {
        return product(Correction::steps);
    }

    public double iterations() {
        return product(Correction::iterations);
    }

    public double time() {
        return product(Correction::time);
    }

    public double memory() {
        return product(Correction::memory);
    }

    private double product(ToDoubleFunction<Correction> factor) {
        return inOrder.stream().mapToDouble(factor).reduce(1, (a, b) -> a * b);
    }

    /** "timestep-fs*0.5 steps*2, time*2". */
    public String inWords() {
        return inOrder.stream().map(Correction::inWords).collect(Collectors.joining(", "));
    }
}
