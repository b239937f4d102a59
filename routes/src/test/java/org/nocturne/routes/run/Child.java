package org.nocturne.routes.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.nocturne.routes.cli.NocturneCli;

/** The command nocturne in a JVM of its own, as a person starts it. */
public final class Child {
    private final Process process;
    private final Path output;

    private Child(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    public static Child start(Path workingDir, String... arguments) throws IOException {
        return start(workingDir, Map.of(), arguments);
    }

    /** @param environment added to that of the test */
    public static Child start(Path workingDir, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC", // over in seconds: a better compiler would cost more than it gives
                "-XX:TieredStopAtLevel=1",
                "-Dnocturne.nextflow=" + System.getProperty("nocturne.nextflow"),
                "-cp",
                System.getProperty("java.class.path"),
                NocturneCli.class.getName()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(workingDir, "child", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(workingDir.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return new Child(builder.start(), output);
    }

    public static Child run(Path workingDir, String... arguments) throws Exception {
        Child child = start(workingDir, arguments);
        child.exitCode();
        return child;
    }

    public int exitCode() throws Exception {
        if (!process.waitFor(240, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("no end after 240 s: " + output());
        }
        return process.exitValue();
    }

    /** Whether it still runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** kill -9 of this JVM alone; its children live on. */
    public void kill() throws Exception {
        process.destroyForcibly().waitFor();
    }

    /** kill -9 of this JVM and of all that it has started, as when the machine goes down. */
    public void killAll() throws Exception {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroyForcibly().waitFor();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    /** SIGTERM. */
    public void terminate() {
        process.destroy();
    }

    public String output() throws IOException {
        return Files.readString(output);
    }
}
