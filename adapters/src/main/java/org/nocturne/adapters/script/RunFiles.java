package org.nocturne.adapters.script;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.nocturne.adapters.script.ScriptAdapter.Steps;

/** Files of a run, all of them within its work directory. */
final class RunFiles {
    private RunFiles() {}

    /** Those that hold answers, or will. */
    static List<Path> of(Steps steps, Path workDir) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        if (steps.results() != null) {
            names.add(steps.results().energy().file());
            Patterns.blocks(steps.results()).forEach(rows -> names.add(rows.file()));
        }
        if (steps.motion() != null && !steps.motion().isOfBatch()) {
            names.addAll(MotionOutput.files(steps.motion()));
        }
        steps.requires().forEach(wanted -> names.add(wanted.file()));
        names.removeAll(RunText.PRINTED); // the launcher removes those itself
        List<Path> out = new ArrayList<>();
        for (String name : names) {
            out.add(within(workDir, name));
        }
        if (steps.frames() != null) {
            out.addAll(matching(steps.frames().files(), workDir));
        }
        if (steps.motion() != null && steps.motion().isOfBatch()) {
            for (String name : MotionOutput.files(steps.motion())) {
                out.addAll(matching(name.replace(Motion.ID, BatchFile.ANY_ID), workDir));
            }
        }
        return out;
    }

    /** A file that the program leaves, in the work directory or in a folder of it. */
    static Path within(Path workDir, String name) {
        Path path = workDir.resolve(name).normalize();
        if (!path.startsWith(workDir.normalize()) || path.equals(workDir.normalize())) {
            throw new IllegalArgumentException(
                    "the file '" + name + "' of the adapter does not lie in the work directory");
        }
        return path;
    }

    /** A file of the adapter, by its name alone. */
    static Path inside(Path workDir, String name) {
        Path path = workDir.resolve(name).normalize();
        if (!workDir.normalize().equals(path.getParent())) {
            throw new IllegalArgumentException(
                    "the file '" + name + "' of the adapter does not lie in the work directory");
        }
        return path;
    }

    /**
     * Files like {@code published/*.extxyz}, in the order of their names; folders may be patterns too.
     *
     * @throws IllegalArgumentException if they would lie elsewhere
     */
    static List<Path> matching(String pattern, Path workDir) throws IOException {
        Path root = workDir.normalize();
        Path relative = root.relativize(within(workDir, pattern));
        Path folder = root;
        int named = 0;
        while (named < relative.getNameCount() - 1 && !isPattern(relative.getName(named))) {
            folder = folder.resolve(relative.getName(named));
            named++;
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + relative);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder, relative.getNameCount() - named)) {
            return all.filter(file -> matcher.matches(root.relativize(file)))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isPattern(Path name) {
        return name.toString().matches(".*[*?\\[{].*");
    }
}
