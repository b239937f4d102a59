package org.nocturne.adapters.lammps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.nocturne.adapters.CodeSettingsException;
import org.nocturne.adapters.launch.Programs;

/** Where potential files lie: beside the campaign, under $LAMMPS_POTENTIALS, and where the LAMMPS package put its own. */
final class PotentialFiles {
    private static final Path INSTALLED = Path.of("share", "lammps", "potentials");

    private final Set<Path> folders = new LinkedHashSet<>();
    private final String published;

    /** @param published where a file that is not found is to be had, in the words of the campaign; blank where it does not say */
    PotentialFiles(Path campaignDir, List<String> command, String published) {
        this.published = published;
        folders.add(campaignDir.toAbsolutePath());
        for (String folder :
                System.getenv().getOrDefault("LAMMPS_POTENTIALS", "").split(":", -1)) {
            if (!folder.isBlank()) {
                folders.add(Path.of(folder).toAbsolutePath());
            }
        }
        for (String word : command) {
            Programs.find(word).ifPresent(this::addPackageOf);
        }
        folders.add(Path.of("/usr").resolve(INSTALLED));
    }

    /**
     * The file of this name.
     *
     * @throws CodeSettingsException naming every folder that was searched, and where the file is published
     */
    Path find(String name) {
        for (Path folder : folders) {
            Path candidate = folder.resolve(name).normalize();
            if (Files.isReadable(candidate) && Files.isRegularFile(candidate)) {
                return candidate;
            }
        }
        throw new CodeSettingsException("lammps.files: " + name + " was not found; looked in "
                + folders.stream().map(Path::toString).collect(Collectors.joining(", "))
                + (published.isBlank()
                        ? ""
                        : "; it is published: " + published
                                + "; put it beside the campaign file or into a folder of $LAMMPS_POTENTIALS"));
    }

    private void addPackageOf(Path executable) {
        try {
            Path prefix = executable.toRealPath().getParent();
            if (prefix != null) {
                folders.add(prefix.resolve("..").resolve(INSTALLED).normalize());
            }
        } catch (IOException e) {
            // An executable that cannot be resolved tells nothing of where its package lies.
            return;
        }
    }
}
