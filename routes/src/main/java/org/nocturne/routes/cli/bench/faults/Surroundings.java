package org.nocturne.routes.cli.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.nocturne.adapters.launch.Answer;
import org.nocturne.adapters.launch.Programs;

/** What a fault needs of the machine beside the program: a small disk, a clock that can be set, the right to do either. */
final class Surroundings {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String CLOCK = "clock";

    private final FaultyCampaign campaign;

    Surroundings(FaultyCampaign campaign) {
        this.campaign = campaign;
    }

    /** Why this machine cannot be given the fault, if so. */
    static Optional<String> lack(Fault fault) throws IOException {
        return switch (fault) {
            case DISK_FULL ->
                isRoot() && Programs.find("mount").isPresent()
                        ? Optional.empty()
                        : Optional.of("a small disk is mounted for it: wants root");
            case READ_ONLY ->
                succeeds("unshare", "--mount", "true")
                        ? Optional.empty()
                        : Optional.of("a directory is mounted read-only for it: wants root and unshare");
            case CLOCK_BACK ->
                clockLibrary().isPresent()
                        ? Optional.empty()
                        : Optional.of("the clock is set by libfaketime, which is not installed");
            default -> Optional.empty();
        };
    }

    private static boolean isRoot() {
        return Programs.ask(List.of("id", "-u"), PATIENCE)
                .filter(id -> id.strip().equals("0"))
                .isPresent();
    }

    private static boolean succeeds(String... command) throws IOException {
        return Programs.find(command[0]).isPresent()
                && Programs.answer(List.of(command), System.getenv(), PATIENCE)
                        .filter(Answer::succeeded)
                        .isPresent();
    }

    private static Optional<Path> clockLibrary() throws IOException {
        for (String place : List.of("/usr/lib", "/usr/lib64", "/usr/local/lib")) {
            if (!Files.isDirectory(Path.of(place))) {
                continue;
            }
            try (Stream<Path> found = Files.find(Path.of(place), 3, (path, a) -> path.getFileName()
                    .toString()
                    .equals("libfaketimeMT.so.1"))) {
                Optional<Path> library = found.findFirst();
                if (library.isPresent()) {
                    return library;
                }
            }
        }
        return Optional.empty();
    }

    /** Before the campaign begins. */
    Map<String, String> prepare() throws IOException {
        if (campaign.fault() == Fault.DISK_FULL) {
            Files.createDirectories(campaign.work());
            mount(
                    "mount",
                    "-t",
                    "tmpfs",
                    "-o",
                    "size=16m",
                    "none",
                    campaign.work().toString());
        }
        if (campaign.fault() != Fault.CLOCK_BACK) {
            return Map.of();
        }
        setClock("+0");
        return Map.of(
                "LD_PRELOAD", clockLibrary().orElseThrow().toString(),
                "FAKETIME_TIMESTAMP_FILE", campaign.dir().resolve(CLOCK).toString(),
                "FAKETIME_CACHE_DURATION", "1",
                "DONT_FAKE_MONOTONIC", "1",
                "FAKETIME_FORCE_MONOTONIC_FIX", "0"); // otherwise every wait of a JVM is a busy one
    }

    /** While it runs, as soon as the log has told of the fault. */
    void relieve() throws IOException {
        if (campaign.fault() == Fault.DISK_FULL) {
            Files.deleteIfExists(campaign.work().resolve("filler"));
        }
    }

    void setClock(String offsetSeconds) throws IOException {
        Path aside = campaign.dir().resolve(CLOCK + ".tmp");
        Files.writeString(aside, offsetSeconds + "\n");
        Files.move(aside, campaign.dir().resolve(CLOCK), StandardCopyOption.REPLACE_EXISTING);
    }

    /** After it has ended and was looked at. */
    void restore() throws IOException {
        if (campaign.fault() == Fault.DISK_FULL) {
            mount("umount", campaign.work().toString());
        }
    }

    private static void mount(String... command) throws IOException {
        if (!succeeds(command)) {
            throw new IllegalStateException("'" + String.join(" ", command) + "' did not succeed");
        }
    }
}
