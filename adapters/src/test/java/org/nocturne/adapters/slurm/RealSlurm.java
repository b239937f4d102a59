package org.nocturne.adapters.slurm;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.nocturne.adapters.launch.Answer;
import org.nocturne.adapters.launch.Programs;

/** A Slurm cluster of one node with two cores: its own munged, slurmctld and slurmd, in a directory that goes with it. Needs root. */
public final class RealSlurm implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final List<String> PROGRAMS =
            List.of("munged", "/usr/sbin/munged", "slurmctld", "/usr/sbin/slurmctld", "slurmd", "/usr/sbin/slurmd");

    private final Path dir;
    private final Path conf;
    private int firstJob = 1;

    private RealSlurm(Path dir) {
        this.dir = dir;
        this.conf = dir.resolve("slurm.conf");
    }

    /**
     * Skips the test, visibly, where no cluster can be started.
     *
     * @param more lines of slurm.conf, in which @DIR@ is its directory
     */
    public static RealSlurm start(String... more) throws Exception {
        for (int k = 1; k < PROGRAMS.size(); k += 2) {
            assumeTrue(
                    Programs.find(PROGRAMS.get(k)).isPresent(),
                    "SKIPPED: no " + PROGRAMS.get(k) + "; apt-get install slurm-wlm munge");
        }
        assumeTrue("root".equals(System.getProperty("user.name")), "SKIPPED: a Slurm cluster is started as root only");
        RealSlurm slurm = new RealSlurm(Files.createTempDirectory("slurm"));
        Files.setPosixFilePermissions(slurm.dir, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            slurm.writeConfiguration(List.of(more));
            slurm.startMunge();
            slurm.startController();
            slurm.startNode();
            slurm.awaitIdle();
            return slurm;
        } catch (IOException | IllegalStateException e) {
            slurm.close();
            throw e;
        }
    }

    /** For the children of a test. */
    public Map<String, String> environment() {
        return Map.of("SLURM_CONF", conf.toString());
    }

    SlurmPrograms programs() {
        return new SlurmPrograms(environment());
    }

    private void writeConfiguration(List<String> more) throws IOException {
        Files.createDirectories(dir.resolve("state"));
        Files.createDirectories(dir.resolve("spool"));
        List<String> lines = new ArrayList<>(List.of(
                "ClusterName=test",
                "FirstJobId=" + firstJob,
                "SlurmctldHost=localhost",
                "SlurmUser=root",
                "SlurmdUser=root",
                "AuthType=auth/munge",
                "AuthInfo=socket=" + dir.resolve("munge/socket"),
                "SlurmctldPort=" + freePort(),
                "SlurmdPort=" + freePort(),
                "StateSaveLocation=" + dir.resolve("state"),
                "SlurmdSpoolDir=" + dir.resolve("spool"),
                "SlurmctldPidFile=" + dir.resolve("slurmctld.pid"),
                "SlurmdPidFile=" + dir.resolve("slurmd.pid"),
                "SlurmctldLogFile=" + dir.resolve("slurmctld.log"),
                "SlurmdLogFile=" + dir.resolve("slurmd.log"),
                "ProctrackType=proctrack/linuxproc",
                "TaskPlugin=task/none",
                "SelectType=select/cons_tres",
                "SelectTypeParameters=CR_Core_Memory",
                "DefMemPerCPU=500",
                "JobAcctGatherType=jobacct_gather/linux",
                "JobAcctGatherParams=OverMemoryKill",
                "JobAcctGatherFrequency=task=1",
                "AccountingStorageType=accounting_storage/none",
                "ReturnToService=2",
                "SlurmdTimeout=20",
                "KillWait=2",
                "MessageTimeout=2",
                "MpiDefault=none",
                "NodeName=localhost CPUs=2 RealMemory=4000",
                "PartitionName=main Nodes=localhost Default=YES MaxTime=INFINITE State=UP",
                "PartitionName=short Nodes=localhost MaxTime=5 State=UP"));
        more.forEach(line -> lines.add(line.replace("@DIR@", dir.toString())));
        Files.write(conf, lines);
    }

    private void startMunge() throws Exception {
        Path munge = Files.createDirectories(dir.resolve("munge"));
        Files.setPosixFilePermissions(munge, PosixFilePermissions.fromString("rwx------"));
        byte[] key = new byte[1024];
        new SplittableRandom(System.nanoTime()).nextBytes(key);
        Path file = Files.write(munge.resolve("key"), key);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        run(
                "/usr/sbin/munged",
                "--force",
                "--key-file=" + file,
                "--socket=" + munge.resolve("socket"),
                "--pid-file=" + munge.resolve("pid"),
                "--log-file=" + munge.resolve("log"),
                "--seed-file=" + munge.resolve("seed"));
    }

    void startController() throws Exception {
        run("/usr/sbin/slurmctld", "-f", conf.toString());
    }

    void stopController() throws Exception {
        kill(dir.resolve("slurmctld.pid"));
    }

    /**
     * The controller comes back and has forgotten every job. It goes on with higher numbers: a node that is given a number again drains
     * itself.
     */
    void forgetAllJobs() throws Exception {
        stopController();
        firstJob += 1000;
        Files.writeString(conf, Files.readString(conf).replaceFirst("FirstJobId=\\d+", "FirstJobId=" + firstJob));
        run("/usr/sbin/slurmctld", "-c", "-f", conf.toString());
        kill(dir.resolve("slurmd.pid")); // a new one reports itself at once
        startNode();
        awaitIdle();
    }

    Path dir() {
        return dir;
    }

    void startNode() throws Exception {
        run("/usr/sbin/slurmd", "-f", conf.toString(), "-N", "localhost");
    }

    /** As when the machine goes down: the daemon and what it started. */
    void killNode() throws Exception {
        kill(dir.resolve("slurmd.pid"));
        ProcessHandle.allProcesses()
                .filter(p -> p.info().commandLine().orElse("").startsWith("slurmstepd"))
                .filter(this::isOfThisCluster)
                .forEach(step -> {
                    List<ProcessHandle> all = step.descendants().toList();
                    step.destroyForcibly();
                    all.forEach(ProcessHandle::destroyForcibly);
                });
    }

    private boolean isOfThisCluster(ProcessHandle process) {
        try {
            return new String(Files.readAllBytes(Path.of("/proc/" + process.pid() + "/environ")))
                    .contains(dir.toString());
        } catch (IOException e) {
            return false;
        }
    }

    private void awaitIdle() throws Exception {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!ask("sinfo", "--noheader", "--format=%T").out().contains("idle")) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "the cluster did not come up: " + Files.readString(dir.resolve("slurmctld.log")));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** One of Slurm's programs. */
    public Answer ask(String... command) throws IOException {
        return programs().run(List.of(command)).orElseThrow();
    }

    private void run(String... command) throws IOException {
        Optional<Answer> answer = Programs.answer(List.of(command), Map.of("PATH", "/usr/sbin:/usr/bin:/bin"), LIMIT);
        if (answer.isEmpty() || !answer.get().succeeded()) {
            throw new IllegalStateException(List.of(command) + ": " + answer);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void kill(Path pidFile) throws Exception {
        if (Files.exists(pidFile)) {
            Optional<ProcessHandle> process =
                    ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()));
            process.ifPresent(ProcessHandle::destroyForcibly);
            while (process.isPresent() && process.get().isAlive()) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            Files.deleteIfExists(pidFile);
        }
    }

    @Override
    public void close() throws Exception {
        killNode();
        kill(dir.resolve("slurmctld.pid"));
        kill(dir.resolve("munge/pid"));
        try (var files = Files.walk(dir)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
