package org.nocturne.adapters.lammps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.CodeSettingsException;
import org.nocturne.adapters.FailureKnowledge;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.core.port.Forces;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Method;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.PairPotential;
import org.nocturne.core.work.Task;

/** LAMMPS with one potential. {@link LammpsInput} writes, {@link LammpsOutput} reads; here they are only joined. */
final class Lammps implements Code {
    private final LammpsSettings settings;
    private final LammpsProgram program;
    private final Method method;
    private final FailureKnowledge known;

    Lammps(LammpsSettings settings, LammpsProgram program, FailureKnowledge known) {
        this.settings = settings;
        this.program = program;
        this.known = known;
        this.method = new Method(
                "lammps",
                program.version(),
                potential(settings),
                "timestep-fs=" + settings.timestepFs() + " damp-fs=" + settings.dampFs());
    }

    @Override
    public Method method() {
        return method;
    }

    @Override
    public Command prepare(Task task, String token, Path workDir) throws IOException {
        new LammpsInput(settings).write(task, token, workDir);
        List<String> arguments = new ArrayList<>(settings.command());
        arguments.addAll(List.of("-in", LammpsInput.SCRIPT, "-log", LammpsInput.LOG, "-screen", "none", "-nocite"));
        return new Command(arguments);
    }

    @Override
    public Outcome read(Task task, String token, Path workDir, Finished run) {
        return new LammpsOutput(settings.timestepFs(), known).read(task, token, workDir, run);
    }

    @Override
    public OptionalDouble progress(Task task, String token, Path workDir) throws IOException {
        return new LammpsProgress(settings.timestepFs()).of(task, token, workDir);
    }

    @Override
    public Optional<Forces> forces(Structure around, Path workDir, Duration patience) throws IOException {
        return Optional.of(LammpsForces.open(settings, program, around, workDir, patience));
    }

    @Override
    public Code with(PairPotential added) {
        AddedPairs.lines(settings.pair(), added, settings.elements());
        AddedPairs.STYLES.forEach(style -> program.requirePairStyle(style, settings.command()));
        return new Lammps(settings.with(added), program, known);
    }

    /** The pair lines, then each file with the beginning of its SHA-256: the same name may hold other numbers. */
    private static String potential(LammpsSettings settings) {
        StringBuilder text = new StringBuilder(String.join("; ", settings.pair()));
        for (Path file : settings.files()) {
            text.append("; ").append(file.getFileName()).append(" sha256:").append(hash(file));
        }
        settings.added().ifPresent(added -> text.append("; added pairs ").append(added.id()));
        return text.toString();
    }

    private static String hash(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (IOException e) {
            throw new CodeSettingsException("lammps.files: " + file + " cannot be read: " + e.getMessage());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
