package org.nocturne.adapters.contract;

import static org.nocturne.adapters.contract.Bench.cause;
import static org.nocturne.adapters.contract.Bench.close;
import static org.nocturne.adapters.contract.Bench.expect;
import static org.nocturne.adapters.contract.Bench.result;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.adapters.launch.LocalLauncher;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Label;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Result;

/** Inputs that can be run again, endings that are known for what they are, and output that never passes for what it is not. */
final class FailureChecks {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private FailureChecks() {}

    static List<Check> all() {
        return List.of(
                new Check("inputs are written into the work directory and nothing is started", FailureChecks::inputs),
                new Check("a run can be repeated by hand", FailureChecks::byHand),
                new Check("how a run was ended comes first", FailureChecks::endings),
                new Check("a run that is ended is gone and known as such", FailureChecks::ended),
                new Check("the output of another run is foreign", FailureChecks::foreign),
                new Check("damaged output never passes for good", FailureChecks::damaged));
    }

    private static void inputs(Bench bench) throws IOException {
        Path work = Files.createDirectories(bench.work("work"));
        Command command = bench.code().prepare(bench.label(), bench.token("1"), work);
        Command again = bench.code().prepare(bench.label(), bench.token("1"), work);
        expect(again.equals(command), "prepared twice, the command is " + command + " and then " + again);
        expect(
                Programs.find(command.arguments().get(0)).isPresent(),
                command.arguments().get(0) + " is no program that can be started");
        expect(!Bench.files(work).isEmpty(), "no input was written");
        cause(bench.code().read(bench.label(), bench.token("1"), work, Bench.ENDED_WELL));
    }

    private static void byHand(Bench bench) {
        Label first = bench.labelled(bench.sample(), "work");
        Path work = bench.work("work");
        expect(
                Programs.ask(
                                List.of("bash", work.resolve(".command.sh").toString()),
                                bench.subject().limit())
                        .isPresent(),
                "bash .command.sh gave no answer");
        Outcome again = bench.code().read(bench.label(), bench.token("work"), work, Bench.ENDED_WELL);
        close(
                result(Result.Labelled.class, again).label().energyEv(),
                first.energyEv(),
                bench.perCell(),
                "energy of the run by hand");
    }

    private static void endings(Bench bench) throws IOException {
        Path work = Files.createDirectories(bench.work("work"));
        bench.code().prepare(bench.label(), bench.token("t"), work);
        for (Cause why : List.of(Cause.TIMED_OUT, Cause.STALLED, Cause.CANCELLED)) {
            is(why, bench, work, new Finished(124, Duration.ofSeconds(1), Optional.of(why)));
        }
        is(Cause.MISSING_PROGRAM, bench, work, Finished.byItself(127, Duration.ZERO));
        is(Cause.KILLED, bench, work, Finished.byItself(137, Duration.ZERO));
    }

    private static void is(Cause wanted, Bench bench, Path work, Finished ended) {
        Cause found = cause(bench.code().read(bench.label(), bench.token("t"), work, ended));
        expect(found == wanted, "a run that ended with " + ended.inWords() + " is " + found + "; wanted is " + wanted);
    }

    /** A quick program may have ended before it could be; then there is nothing to end. */
    private static void ended(Bench bench) throws IOException {
        Path work = Files.createDirectories(bench.work("work"));
        LocalLauncher launcher = new LocalLauncher();
        String token = bench.token("ended");
        launcher.start(
                token,
                bench.code().prepare(bench.label(), token, work),
                work,
                bench.subject().limit());
        launcher.end(token, work, GRACE, Cause.CANCELLED);
        Finished finished = launcher.look(token, work)
                .ending()
                .orElseThrow(() -> new Violation("a process of the run is alive after its end"));
        Outcome outcome = bench.code().read(bench.label(), token, work, finished);
        boolean known = outcome.fold(done -> finished.succeeded(), failed -> failed.cause() == Cause.CANCELLED);
        expect(known, "a run that was cancelled is " + outcome);
    }

    private static void foreign(Bench bench) {
        bench.labelled(bench.sample(), "work");
        Cause found =
                cause(bench.code().read(bench.label(), bench.token("other"), bench.work("work"), Bench.ENDED_WELL));
        expect(found == Cause.FOREIGN_OUTPUT, "output of another run is " + found);
    }

    /** Files cut in the middle, emptied or filled with rubbish: a wrong number must never come out, nor an exception. */
    private static void damaged(Bench bench) throws IOException {
        Path work = bench.work("work");
        Label good = bench.labelled(bench.sample(), "work");
        for (Path file : Bench.files(work)) {
            if (Files.isSymbolicLink(file)) {
                continue;
            }
            byte[] whole = Files.readAllBytes(file);
            byte[] rubbish = "\u0000\u0001 rubbish \n 1 2 nan\n".getBytes(StandardCharsets.UTF_8);
            for (byte[] damaged : List.of(new byte[0], Arrays.copyOf(whole, whole.length / 2), rubbish)) {
                Files.write(file, damaged);
                Outcome outcome = bench.code().read(bench.label(), bench.token("work"), work, Bench.ENDED_WELL);
                expect(
                        !(outcome instanceof Outcome.Done done) || done.result().equals(new Result.Labelled(good)),
                        "with " + file.getFileName() + " damaged another number came out: " + outcome);
            }
            Files.write(file, whole);
        }
        result(Result.Labelled.class, bench.code().read(bench.label(), bench.token("work"), work, Bench.ENDED_WELL));
    }
}
