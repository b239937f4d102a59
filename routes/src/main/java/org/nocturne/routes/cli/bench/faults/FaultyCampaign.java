package org.nocturne.routes.cli.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.ShellWords;
import org.nocturne.routes.cli.bench.inputs.BenchText;
import org.nocturne.routes.cli.bench.inputs.NocturneJvm;
import org.nocturne.routes.cli.bench.inputs.PerfectSilicon;
import org.nocturne.routes.run.CampaignFolder;

/**
 * A small true campaign whose code has one fault.
 *
 * @param dir holds its campaign file, what that names, the faulty program with what it notes, and its folder
 */
record FaultyCampaign(Path dir, Fault fault) {
    private static final List<String> MEMORY = List.of("-Xmx512m");

    CampaignFolder folder() {
        return new CampaignFolder(dir.resolve("run"));
    }

    /** Where the work directories lie. */
    Path work() {
        return folder().dir().resolve("work");
    }

    private Path file() {
        return dir.resolve("faults.yaml");
    }

    /** Writes its files into a new folder. */
    static FaultyCampaign write(Path dir, Fault fault, Path program) throws IOException {
        PerfectSilicon.write(dir, 2);
        FaultyCampaign campaign = new FaultyCampaign(dir, fault);
        Path faulty = dir.resolve("faulty.sh");
        Files.writeString(
                faulty,
                BenchText.of(FaultyCampaign.class, "faulty.sh")
                        .replace("@PROGRAM@", ShellWords.quote(program.toString()))
                        .replace("@HERE@", ShellWords.quote(dir.toString()))
                        .replace("@FAULT@", fault.word()));
        Files.setPosixFilePermissions(faulty, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(
                campaign.file(),
                BenchText.of(FaultyCampaign.class, "campaign.yaml")
                        .replace("@FAULTY@", faulty.toString())
                        .replace("@SLOTS@", fault == Fault.DISK_FULL ? "1" : "2"));
        return campaign;
    }

    /** What a person types to begin it; in a JVM of little memory. */
    Command begin(Class<?> main, Map<String, String> environment) {
        return nocturne(
                main,
                environment,
                "run",
                file().toString(),
                "--dir",
                folder().dir().toString());
    }

    /** What a person types who does not know that it runs. */
    Command beginAgain(Class<?> main) {
        return nocturne(main, Map.of(), "resume", folder().dir().toString());
    }

    private static Command nocturne(Class<?> main, Map<String, String> environment, String... words) {
        return NocturneJvm.command(main, MEMORY, environment, List.of(words));
    }

    /** When the program went wrong, by the token of the run; seconds since 1970. */
    Map<String, Double> faults() throws IOException {
        Map<String, Double> faults = new HashMap<>();
        Path notes = dir.resolve("faults.txt");
        if (Files.exists(notes)) {
            for (String line : Files.readAllLines(notes)) {
                String[] words = line.split(" ", -1);
                faults.put(words[0], Double.parseDouble(words[1]));
            }
        }
        return faults;
    }

    /** What is logged so far. */
    String log() throws IOException {
        return Files.exists(folder().log()) ? Files.readString(folder().log()) : "";
    }
}
