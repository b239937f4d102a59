package org.nocturne.routes.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.adapters.script.Codes;
import org.nocturne.adapters.slurm.SlurmTrial;
import org.nocturne.generator.neural.ExecutionDevice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What this machine has and what it lacks. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "What this machine has of what Nocturne needs, and how to get what it lacks.",
        footer = {"", "Example: nocturne doctor --json"})
final class DoctorCommand implements Callable<Integer> {

    /**
     * @param needed whether a campaign on this machine needs it
     * @param remedy what to do where it is missing; empty where it is there
     */
    record Finding(String what, boolean good, boolean needed, String found, String remedy) {
        Finding(String what, boolean good, String found, String remedy) {
            this(what, good, true, found, remedy);
        }

        String inAWord() {
            return good ? "ok" : needed ? "missing" : "absent";
        }
    }

    @Option(names = "--json", description = "As a JSON array.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        List<Finding> findings = findings();
        if (json) {
            System.out.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(findings));
        } else {
            for (Finding f : findings) {
                System.out.printf("%-8s %-14s %s%n", f.inAWord(), f.what(), f.found());
                if (!f.good()) {
                    System.out.println("         " + f.remedy());
                }
            }
        }
        return findings.stream().allMatch(f -> f.good() || !f.needed()) ? ExitCode.OK : ExitCode.MISSING_PROGRAM;
    }

    private static List<Finding> findings() {
        List<Finding> out = new ArrayList<>();
        out.add(new Finding(
                "java",
                Runtime.version().feature() >= 17,
                String.valueOf(Runtime.version()),
                "install a JDK of version 17 or later"));
        out.add(
                program(
                        "lmp",
                        "apt-get install lammps lammps-data; without it configs/silicon-builtin.yaml runs with the embedded engine"));
        out.addAll(codes());
        out.add(program("setsid", "apt-get install util-linux"));
        out.add(program("bash", "apt-get install bash"));
        out.add(slurm());
        out.add(new Finding("inference", true, ExecutionDevice.best(1).describe(), ""));
        int cores = Runtime.getRuntime().availableProcessors();
        out.add(new Finding("cores", true, String.valueOf(cores), ""));
        long free = Path.of("").toAbsolutePath().toFile().getUsableSpace() >> 30;
        out.add(new Finding("disk", free >= 1, free + " GiB free here", "make room: a night writes a few hundred MB"));
        return out;
    }

    /** Adapters without Java and their programs: a campaign needs only its own, but one that cannot be read is of no use to any. */
    private static List<Finding> codes() {
        Path here = Path.of("").toAbsolutePath();
        Codes codes = Codes.near(here);
        List<Finding> out = new ArrayList<>();
        out.add(new Finding("adapters", true, codes.names(), ""));
        codes.broken()
                .forEach(problem -> out.add(new Finding(
                        "adapter", false, problem, "mend the file; nocturne adapter show prints one that is right")));
        codes.all().stream().filter(code -> !code.text().isEmpty()).forEach(code -> {
            String program = code.provider().program();
            Optional<Path> path = Programs.find(program);
            Optional<String> complaint = code.isOfSite() || path.isPresent() ? code.complaint(here) : Optional.empty();
            if (complaint.isPresent()) {
                out.add(new Finding(
                        code.name(),
                        false,
                        false,
                        "for code: {name: " + code.name() + "} only",
                        complaint.get() + "; then: nocturne adapter test " + code.name()));
                return;
            }
            out.add(new Finding(
                    code.name(),
                    path.isPresent(),
                    false,
                    path.map(Path::toString)
                            .orElse(program + " is not on the PATH; for code: {name: " + code.name() + "} only"),
                    "install " + program + ", then: nocturne adapter test " + code.name()));
        });
        return out;
    }

    /** A campaign asks for a cluster by {@code launcher: {name: slurm}}; the others do without. */
    private static Finding slurm() {
        return new SlurmTrial()
                .complaint()
                .map(complaint -> new Finding("slurm", false, false, "for launcher: {name: slurm} only", complaint))
                .orElseGet(() -> new Finding("slurm", true, false, "the controller answers", ""));
    }

    private static Finding program(String name, String remedy) {
        Optional<Path> path = Programs.find(name);
        Optional<String> version = path.flatMap(p -> name.equals("lmp")
                ? Programs.ask(List.of(p.toString(), "-h"), Duration.ofSeconds(10))
                        .flatMap(t -> t.lines()
                                .filter(line -> line.contains("Massively Parallel"))
                                .findFirst())
                : Optional.empty());
        return new Finding(
                name,
                path.isPresent(),
                path.map(Path::toString).orElse("not on the PATH")
                        + version.map(v -> ", " + v.strip()).orElse(""),
                remedy);
    }
}
