package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.format.FormatException;
import org.nocturne.learning.trajectory.Course;
import picocli.CommandLine.Option;

/** At which temperature a trajectory ran: as the person says, or as its frames state. */
final class TemperatureOptions {
    @Option(
            names = "--temperature",
            paramLabel = "KELVIN",
            description = "That was held in every file; default: what the frames state.")
    private @Nullable Double temperatureK;

    @Option(
            names = "--ramp",
            paramLabel = "T0:T1",
            description = "The temperature changed evenly from T0 at the first to T1 at the last frame of every file.")
    private @Nullable String ramp;

    /** @throws FormatException if the frames do not say it, or say what cannot be a temperature that was held */
    Course of(TrajectoryFile file) throws IOException {
        if (temperatureK != null && ramp != null) {
            throw new IllegalArgumentException("--temperature and --ramp are both given; one of them is wanted");
        }
        if (temperatureK != null) {
            return Course.held(positive("--temperature", String.valueOf(temperatureK)));
        }
        return ramp == null ? stated(file) : ramp(ramp);
    }

    private static Course ramp(String text) {
        String[] ends = text.split(":", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException("--ramp is '" + text + "'; wanted is T0:T1 in kelvin, such as 100:900");
        }
        return new Course(positive("--ramp", ends[0]), positive("--ramp", ends[1]));
    }

    private static double positive(String option, String text) {
        try {
            double value = Double.parseDouble(text);
            if (value > 0 && Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " holds '" + text + "'; wanted is a number in kelvin", e);
        }
        throw new IllegalArgumentException(option + " holds " + text + " K; it must be above 0 K");
    }

    private static Course stated(TrajectoryFile file) throws IOException {
        List<Double> found = new ArrayList<>();
        file.forEach((index, frame) -> {
            OptionalDouble kelvin = frame.number("temperature");
            if (kelvin.isEmpty() || !(kelvin.getAsDouble() > 0)) {
                throw new FormatException(
                        file.path(),
                        "frame " + index
                                + " states no temperature above 0 K; wanted is temperature=... on its comment line,"
                                + " or --temperature, or --ramp");
            }
            found.add(kelvin.getAsDouble());
        });
        try {
            return Course.of(found.stream().mapToDouble(Double::doubleValue).toArray());
        } catch (IllegalArgumentException e) {
            throw new FormatException(file.path(), e.getMessage() + ": --temperature");
        }
    }
}
