package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.learning.ensemble.Independence;
import org.nocturne.learning.ensemble.Probe;
import org.nocturne.learning.files.FrameCodec;
import org.nocturne.learning.trajectory.Course;
import org.nocturne.learning.trajectory.PlainWords;
import org.nocturne.learning.trajectory.Trajectory;
import org.nocturne.learning.trajectory.Usability;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nocturne import}: trajectories that people have, made readable, and told what they are good for. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Reads trajectories, one a file, LAMMPS text dumps in metal units or extended XYZ; writes them as frames that nocturne train "
                        + "reads; and says for each temperature whether they can teach forces, and whether they can teach or judge the spread.",
        footer = {
            "",
            "Frames that were imported but are refused for the spread are written all the same: forces can be learned from them.",
            "",
            "Example:",
            "  nocturne import run1.dump run2.dump --elements Si --inherent si216.extxyz --temperature 300 --spacing 5 --out mine"
        })
public final class ImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Trajectories, each file one.")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private InherentOptions inherent = new InherentOptions();

    @Mixin
    private TemperatureOptions temperature = new TemperatureOptions();

    @Option(
            names = "--elements",
            split = ",",
            paramLabel = "SYMBOL",
            description = "Of the atom types of a dump: Si,O.")
    private List<String> elements = List.of();

    @Option(
            names = "--spacing",
            paramLabel = "FS",
            description = "Time between two frames; lengths are then told in ps.")
    private @Nullable Double spacingFs;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder of the frames; new or empty.")
    private @Nullable Path out;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path folder = Objects.requireNonNull(out);
        if (Files.isDirectory(folder) && Objects.requireNonNull(folder.toFile().list()).length > 0) {
            throw new IllegalArgumentException(folder + ": is not empty; an import needs a folder of its own");
        }
        List<TrajectoryFile> found =
                files.stream().map(f -> new TrajectoryFile(f, species())).toList();
        List<Course> courses = new ArrayList<>();
        for (TrajectoryFile file : found) {
            courses.add(temperature.of(file));
        }
        InherentStructure around = inherent.of(found.get(0));
        Probe probe = new Probe(around.structure(), around.energyEv());
        Files.createDirectories(folder);
        ExtendedXyz.write(
                List.of(FrameCodec.bare(around.structure(), "energy", around.energyEv())),
                folder.resolve("inherent.extxyz"));
        Map<Kelvin, List<Trajectory>> held = new TreeMap<>();
        List<Trajectory> ramps = new ArrayList<>();
        for (int k = 0; k < found.size(); k++) {
            Course course = courses.get(k);
            List<Trajectory> group =
                    course.isRamp() ? ramps : held.computeIfAbsent(Kelvin.of(course.beginK()), t -> new ArrayList<>());
            Path target = folder.resolve(name(course, group.size() + 1));
            group.add(new ImportedTrajectory(found.get(k), course, probe).writeTo(target));
            say(found.get(k).path() + " -> " + target + ": "
                    + group.get(group.size() - 1).frames() + " frames");
        }
        ramps.forEach(r -> say(PlainWords.ofRamp(r.course(), r.frames(), r.hasForces())));
        held.forEach((t, trajectories) -> judge(Usability.of(t, trajectories)));
        return 0;
    }

    private void judge(Usability found) {
        say(String.format(
                Locale.ROOT,
                "%s: files %d, independent %d; effective rank %.1f%s",
                found.temperature(),
                found.files(),
                found.independent(),
                found.rank(),
                found.independent() == 1
                        ? ""
                        : String.format(Locale.ROOT, ", independent frames would have %.1f", found.expectedRank())));
        for (Independence check : found.checks()) {
            say(String.format(
                    Locale.ROOT,
                    "  %s: worth %.0f independent values, R-hat %.3f",
                    check.quantity(),
                    check.effectiveSamples(),
                    check.rHat()));
        }
        say(PlainWords.of(found, spacingFs == null ? OptionalDouble.empty() : OptionalDouble.of(spacingFs)));
    }

    private List<Element> species() {
        return elements.stream()
                .map(symbol -> Element.ofSymbol(symbol)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "--elements holds '" + symbol + "'; wanted are symbols such as Si")))
                .toList();
    }

    private static String name(Course course, int number) {
        return course.isRamp()
                ? "ramp-" + number + ".extxyz"
                : "T" + Double.toString(course.beginK()).replaceAll("\\.0$", "") + "-r" + number + ".extxyz";
    }

    private void say(String line) {
        Output.of(spec).println(line);
    }
}
