package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nocturne.core.format.FormatException;
import org.nocturne.core.format.XyzColumn;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.format.XyzValue;
import org.nocturne.core.structure.Structure;
import org.nocturne.learning.ensemble.Probe;
import org.nocturne.learning.trajectory.Anchor;
import org.nocturne.learning.trajectory.Course;
import org.nocturne.learning.trajectory.Trajectory;

/** Reads one trajectory, writes it as frames around the inherent structure, and measures it on the way. */
final class ImportedTrajectory {
    private final TrajectoryFile file;
    private final Course course;
    private final Anchor anchor;
    private final Trajectory measured;

    ImportedTrajectory(TrajectoryFile file, Course course, Probe probe) {
        this.file = file;
        this.course = course;
        this.anchor = new Anchor(probe.inherent());
        this.measured = new Trajectory(probe, course);
    }

    /** Writes the frames to a file that appears when it is whole. */
    Trajectory writeTo(Path target) throws IOException {
        int frames = course.isRamp() ? file.forEach((index, frame) -> {}) : 1;
        try (FrameFile out = new FrameFile(target)) {
            file.forEach((index, frame) -> out.write(frame(index, frames, frame)));
            out.publish();
        }
        return measured;
    }

    private XyzFrame frame(int index, int frames, XyzFrame found) {
        Structure around;
        try {
            around = anchor.around(found.structure());
        } catch (IllegalArgumentException e) {
            throw new FormatException(file.path(), "frame " + index + " " + e.getMessage());
        }
        OptionalDouble energy = found.number("energy");
        Optional<double[]> forces = found.reals("forces").or(() -> found.reals("force"));
        measured.add(around, energy.orElse(Double.NaN), forces.isPresent());
        Map<String, XyzValue> info = new LinkedHashMap<>();
        energy.ifPresent(e -> info.put("energy", new XyzValue.Real(e)));
        double kelvin =
                course.isRamp() ? found.number("temperature").orElse(course.at(index, frames)) : course.beginK();
        info.put("temperature", new XyzValue.Real(kelvin));
        return new XyzFrame(
                around,
                info,
                forces.<Map<String, XyzColumn>>map(f -> Map.of("forces", new XyzColumn.Reals(3, f)))
                        .orElse(Map.of()));
    }
}
