package org.nocturne.adapters.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Label;
import org.nocturne.core.work.Method;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;

/** Each atom in a harmonic well around the origin, computed by awk. It labels and does nothing else. */
final class Well implements Code {
    private static final String PROGRAM = """
            NR == 1 { token = $1; print token > "result.txt"; next }
            { energy += k / 2 * ($1 * $1 + $2 * $2 + $3 * $3) }
            { printf "%.17g %.17g %.17g\\n", -k * $1, -k * $2, -k * $3 > "result.txt" }
            END { printf "energy %.17g %s\\n", energy, token > "result.txt" }
            """;

    private final double stiffness;

    /** @param stiffness in eV/angstrom^2 */
    Well(double stiffness) {
        this.stiffness = stiffness;
    }

    @Override
    public Method method() {
        return new Method("well", "1", "stiffness=" + stiffness, "");
    }

    @Override
    public Command prepare(Task task, String token, Path workDir) throws IOException {
        if (!(task instanceof Task.LabelTask)) {
            throw new IllegalArgumentException("the well can only label");
        }
        StringBuilder atoms = new StringBuilder(token).append('\n');
        double[] xyz = task.start().xyzAngstrom();
        for (int k = 0; k < xyz.length; k += 3) {
            atoms.append(xyz[k] + " " + xyz[k + 1] + " " + xyz[k + 2] + "\n");
        }
        Files.deleteIfExists(workDir.resolve("result.txt"));
        Files.writeString(workDir.resolve("atoms.txt"), atoms);
        Files.writeString(workDir.resolve("well.awk"), PROGRAM);
        return new Command(List.of("awk", "-v", "k=" + stiffness, "-f", "well.awk", "atoms.txt"));
    }

    @Override
    public Outcome read(Task task, String token, Path workDir, Finished run) {
        if (!run.succeeded()) {
            return new Outcome.Failed(run.cause().orElse(Cause.BAD_EXIT), run.inWords(), workDir);
        }
        try {
            List<String> lines = Files.readAllLines(workDir.resolve("result.txt"));
            if (lines.isEmpty() || !lines.get(0).equals(token)) {
                return new Outcome.Failed(Cause.FOREIGN_OUTPUT, "result.txt does not begin with " + token, workDir);
            }
            return new Outcome.Done(
                    new Result.Labelled(label(lines, token, task.start().size())));
        } catch (IOException | IllegalArgumentException e) {
            return new Outcome.Failed(Cause.UNREADABLE_OUTPUT, "result.txt: " + e.getMessage(), workDir);
        }
    }

    private static Label label(List<String> lines, String token, int atoms) {
        String[] last = lines.get(lines.size() - 1).split(" ");
        if (lines.size() != atoms + 2 || last.length != 3 || !last[2].equals(token)) {
            throw new IllegalArgumentException("it is cut short: " + lines.size() + " lines for " + atoms + " atoms");
        }
        double[] forces = lines.subList(1, lines.size() - 1).stream()
                .flatMap(line -> List.of(line.split(" ")).stream())
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new Label(Double.parseDouble(last[1]), forces, new double[0]);
    }
}
