package org.nocturne.routes.cli.bench.night;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.Subprocess;
import org.nocturne.routes.cli.bench.crash.Examination;
import org.nocturne.routes.cli.bench.inputs.NocturneJvm;
import org.nocturne.routes.run.CampaignFolder;

/** One night: a campaign file run until a deadline, by runners that die, each followed by one that a person would start. */
final class NightTrial {
    private static final Duration LATEST = Duration.ofMinutes(5);

    private final Path file;
    private final Path dir;
    private final CampaignFolder folder;
    private final Class<?> main;
    private final Consumer<String> told;
    private final List<String> died = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();
    private final Map<String, Double> labels = new HashMap<>();
    private int lost;
    private int runners;

    /**
     * A night that has not begun.
     *
     * @param dir for the campaign and what its runners print
     * @param main the class of the command nocturne
     * @param told of what happens
     */
    NightTrial(Path file, Path dir, Class<?> main, Consumer<String> told) {
        this.file = file;
        this.dir = dir;
        this.folder = new CampaignFolder(dir.resolve("run"));
        this.main = main;
        this.told = told;
    }

    NightLine run(NightPlan night) throws IOException, InterruptedException {
        told.accept("until " + night.until());
        Subprocess runner =
                start("run", file.toString(), "--dir", folder.dir().toString(), "--until", night.until(), "--lines");
        for (NightPlan.Kill kill : night.kills()) {
            if (runner.await(until(kill.at())).isPresent()) {
                break;
            }
            end(runner, kill.tree());
            died.add(kill.inWords());
            told.accept("killed: " + kill.inWords());
            examine();
            runner = folder.exists()
                    ? start("resume", folder.dir().toString(), "--lines")
                    : start(
                            "run",
                            file.toString(),
                            "--dir",
                            folder.dir().toString(),
                            "--until",
                            night.until(),
                            "--lines");
        }
        if (runner.await(until(night.deadline()).plus(LATEST)).isEmpty()) {
            runner.killWithAllIn(folder.dir());
            findings.add("it did not end within " + LATEST.toMinutes() + " minutes of its deadline");
        }
        double late = Duration.between(night.deadline(), ZonedDateTime.now()).toMillis() / 1000.0;
        return line(night, late);
    }

    private Subprocess start(String... words) throws IOException {
        Command command = NocturneJvm.command(main, List.of("-Xmx2g"), Map.of(), List.of(words));
        return Subprocess.start(command, dir, dir.resolve("runner-" + ++runners + ".txt"));
    }

    private static Duration until(ZonedDateTime moment) {
        Duration left = Duration.between(ZonedDateTime.now(), moment);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private void end(Subprocess runner, boolean tree) throws InterruptedException {
        if (tree) {
            runner.killWithAllIn(folder.dir());
        } else {
            runner.kill();
        }
    }

    /** What is there now must be there for ever. */
    private Examination examine() throws IOException {
        Examination seen = Examination.of(folder, dir.resolve("copy"))
                .orElseThrow(() -> new IllegalStateException(folder.dir()
                        + ": the campaign has not begun yet; the files " + "runner-*.txt in " + dir + " say why"));
        labels.forEach((label, energy) -> {
            if (!energy.equals(seen.labels().get(label))) {
                lost++;
                findings.add(label + " was " + energy + ", is " + seen.labels().get(label));
            }
        });
        labels.putAll(seen.labels());
        return seen;
    }

    private NightLine line(NightPlan night, double late) throws IOException {
        Examination seen = examine();
        var found = seen.verification().found();
        found.broken().forEach((invariant, rows) -> rows.forEach(row -> findings.add(invariant.words() + ": " + row)));
        findings.addAll(found.changed());
        String fault = seen.verification().log().fault();
        if (fault != null) {
            lost++;
            findings.add("route.log: " + fault);
        }
        List<Long> left = Subprocess.in(folder.dir());
        left.forEach(pid -> findings.add("process " + pid + " was left behind"));
        return new NightLine(
                (int) Duration.between(night.begin(), night.deadline()).toMinutes(),
                died,
                seen.state(),
                late,
                seen.states().values().stream().mapToInt(Integer::intValue).sum(),
                seen.states().getOrDefault("labelled", 0),
                lost,
                found.changed().size(),
                left.size(),
                found.broken().values().stream().mapToInt(List::size).sum(),
                Files.exists(folder.report()) ? Files.size(folder.report()) : 0,
                findings);
    }
}
