package org.nocturne.routes.cli.bench.slots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.ShellWords;
import org.nocturne.adapters.launch.Subprocess;
import org.nocturne.core.work.Step;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Store;
import org.nocturne.routes.cli.bench.inputs.BenchText;
import org.nocturne.routes.cli.bench.inputs.NocturneJvm;
import org.nocturne.routes.cli.bench.inputs.PerfectSilicon;
import org.nocturne.routes.run.CampaignFolder;

/**
 * A true campaign whose calculations all take the same time.
 *
 * @param dir with its file, and what it runs in
 * @param taskSeconds of one calculation
 * @param slots calculations at once
 */
public record SleepyCampaign(Path dir, double taskSeconds, int candidates, int slots) {
    private static final Set<Step> OF_CANDIDATES = Set.of(Step.RELAX, Step.LABEL);

    private Path journal() {
        return dir.resolve("journal.txt");
    }

    /** Made when it is run. */
    public CampaignFolder folder() {
        return new CampaignFolder(dir.resolve("run"));
    }

    static SleepyCampaign write(Path dir, Path lammps, double seconds, int candidates, int slots) throws IOException {
        SleepyCampaign campaign = new SleepyCampaign(dir, seconds, candidates, slots);
        PerfectSilicon.write(dir, 2);
        Path program = dir.resolve("sleepy.sh");
        Files.writeString(
                program,
                BenchText.of(SleepyCampaign.class, "sleepy.sh")
                        .replace("@SECONDS@", String.valueOf(seconds))
                        .replace(
                                "@JOURNAL@", ShellWords.quote(campaign.journal().toString()))
                        .replace("@LAMMPS@", ShellWords.quote(lammps.toString())));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(
                dir.resolve("slots.yaml"),
                BenchText.of(SleepyCampaign.class, "campaign.yaml")
                        .replace("@PROGRAM@", program.toString())
                        .replace("@CANDIDATES@", String.valueOf(candidates))
                        .replace("@SLOTS@", String.valueOf(slots)));
        return campaign;
    }

    /**
     * Starts it as a person would.
     *
     * @param more words of the command line
     */
    public Subprocess start(Class<?> main, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                "run",
                dir.resolve("slots.yaml").toString(),
                "--dir",
                folder().dir().toString()));
        words.addAll(List.of(more));
        Command command = NocturneJvm.command(main, List.of(), Map.of(), words);
        return Subprocess.start(command, dir, said());
    }

    /** What its runner prints. */
    public Path said() {
        return dir.resolve("runner.txt");
    }

    /**
     * Waits until it is done, and says how full its slots were.
     *
     * @throws IllegalStateException if it does not come to its end, or not in time
     */
    public SlotShare toItsEnd(Subprocess runner) throws IOException, InterruptedException {
        OptionalInt code = runner.await(Duration.ofSeconds(Math.round(300 + 4 * taskSeconds * candidates)));
        if (code.isEmpty() || code.getAsInt() != 0) {
            runner.terminate();
            throw new IllegalStateException(said() + ": the campaign did not come to its end; its last lines say why");
        }
        return SlotShare.of(runs(), slots);
    }

    /** When the calculations of candidates were at work, as the program itself wrote down. */
    private List<SlotShare.Run> runs() throws IOException {
        Set<String> wanted;
        try (Store store = folder().openStore(folder().configuration().config())) {
            wanted = store.inTransaction(tx -> tx.jobs().all()).stream()
                    .filter(job -> OF_CANDIDATES.contains(job.step()))
                    .map(Job::claimedToken)
                    .collect(Collectors.toSet());
        }
        Map<String, Double> begun = new HashMap<>();
        List<SlotShare.Run> out = new ArrayList<>();
        for (String line : Files.readAllLines(journal())) {
            String[] words = line.split(" ", -1);
            double at = Double.parseDouble(words[2]);
            if (words[0].equals("begin")) {
                begun.put(words[1], at);
            } else if (wanted.contains(words[1])) {
                out.add(new SlotShare.Run(Objects.requireNonNull(begun.get(words[1])), at));
            }
        }
        return out;
    }
}
