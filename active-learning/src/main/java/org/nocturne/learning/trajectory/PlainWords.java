package org.nocturne.learning.trajectory;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.OptionalDouble;
import org.nocturne.learning.ensemble.Independence;

/** Says in one sentence what trajectories are good for. */
public final class PlainWords {
    private static final int REPLICAS_WANTED = 8;

    private PlainWords() {}

    /**
     * Of trajectories held at one temperature.
     *
     * @param spacingFs time between two frames, where it is known
     */
    public static String of(Usability found, OptionalDouble spacingFs) {
        String head = forces(found.forces()) + "; usable to teach or judge the spread at "
                + kelvin(found.temperature().value()) + ": ";
        return found.spread()
                ? head + "yes, " + found.independent() + " independent trajectories are worth "
                        + Math.round(found.least().effectiveSamples())
                        + " independent values or more of everything checked"
                : head + "no, because " + String.join(", and ", found.reasons()) + "; " + more(found, spacingFs);
    }

    /** Of one trajectory whose temperature changes. */
    public static String ofRamp(Course course, int frames, boolean forces) {
        return forces(forces)
                + "; usable to teach or judge the spread: no, at no temperature, because ONE continuous ramp of "
                + frames
                + " frames from " + kelvin(course.beginK()) + " to " + kelvin(course.endK())
                + " is nowhere in equilibrium for longer than a moment; " + REPLICAS_WANTED
                + " replicas held at each temperature that matters would do";
    }

    private static String forces(boolean has) {
        return "usable to learn forces: " + (has ? "yes" : "no, because not every frame holds forces");
    }

    /** As long as the correlation that was seen asks for; a trajectory too short to show its slow motion makes this too little. */
    private static String more(Usability found, OptionalDouble spacingFs) {
        int replicas = Math.max(1, REPLICAS_WANTED - found.independent());
        double perValue = found.frames() / found.least().effectiveSamples();
        double missing = Math.max(0, Independence.LEAST_SAMPLES - found.least().effectiveSamples());
        double each = Math.max(missing * perValue / replicas, (double) found.frames() / found.independent());
        String length = spacingFs.isPresent()
                ? String.format(Locale.ROOT, "%.2g ps", each * spacingFs.getAsDouble() / 1000)
                : String.format(Locale.ROOT, "%.0f frames as far apart", Math.ceil(each));
        return "about " + replicas + (replicas == 1 ? " more replica of " : " more replicas of ") + length
                + " after equilibration, each from its own seed, would do";
    }

    private static String kelvin(double value) {
        return new BigDecimal(value)
                        .round(new MathContext(4))
                        .stripTrailingZeros()
                        .toPlainString() + " K";
    }
}
