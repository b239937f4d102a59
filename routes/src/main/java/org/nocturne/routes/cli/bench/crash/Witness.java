package org.nocturne.routes.cli.bench.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nocturne.routes.cli.bench.inputs.BenchText;

/**
 * A script before the program that writes down when each calculation began and ended, aside from all that Nocturne writes: what
 * Nocturne believes of its processes is not asked where second copies are counted.
 *
 * @param script to be started in the place of the program
 * @param journal a line for each beginning and end: "begin" or "end", the token of the attempt, seconds since 1970
 */
public record Witness(Path script, Path journal) {

    public static Witness before(Path program, Path dir) throws IOException {
        Witness witness = new Witness(dir.resolve("witness.sh"), dir.resolve("journal.txt"));
        Files.writeString(witness.journal, "");
        Files.writeString(
                witness.script,
                BenchText.of(Witness.class, "witness.sh")
                        .replace("@JOURNAL@", witness.journal.toString())
                        .replace("@PROGRAM@", program.toString()));
        Files.setPosixFilePermissions(witness.script, PosixFilePermissions.fromString("rwx------"));
        return witness;
    }

    /** From when to when a process of an attempt was at work; in seconds. */
    public record Run(String token, double from, double to) {
        public boolean overlaps(Run other) {
            return from < other.to && other.from < to;
        }
    }

    /** All runs so far; one that has not ended goes on for ever. */
    public List<Run> runs() throws IOException {
        Map<String, Double> open = new LinkedHashMap<>();
        List<Run> runs = new ArrayList<>();
        for (String line : Files.readAllLines(journal)) {
            String[] words = line.split(" ", -1);
            double at = Double.parseDouble(words[2]);
            Double begun = open.remove(words[1]);
            if (begun != null) {
                runs.add(new Run(words[1], begun, words[0].equals("end") ? at : Double.MAX_VALUE));
            }
            if (words[0].equals("begin")) {
                open.put(words[1], at);
            }
        }
        open.forEach((token, from) -> runs.add(new Run(token, from, Double.MAX_VALUE)));
        return runs;
    }

    /** Writes down the end of what a kill has ended, which could not do so itself. */
    void noteDead(Set<String> alive) throws IOException {
        Instant instant = Instant.now();
        double now = instant.getEpochSecond() + 1e-9 * instant.getNano();
        for (Run run : runs()) {
            if (run.to() == Double.MAX_VALUE && !alive.contains(run.token())) {
                Files.writeString(journal, "end " + run.token() + " " + now + "\n", StandardOpenOption.APPEND);
            }
        }
    }
}
