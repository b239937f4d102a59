package org.nocturne.routes.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.nocturne.learning.loop.CampaignPlan;
import org.nocturne.learning.loop.Extension;
import org.nocturne.routes.cli.step.CellTrial;
import org.nocturne.routes.cli.step.PhaseTrial;
import org.nocturne.routes.config.BudgetConfig;
import org.nocturne.routes.config.ConfigReader;
import org.nocturne.routes.config.StructureConfig;
import org.nocturne.routes.metrics.CampaignBean;
import org.nocturne.routes.notify.Voice;
import org.nocturne.routes.run.Beside;
import org.nocturne.routes.run.CampaignFolder;
import org.nocturne.routes.run.CampaignReport;
import org.nocturne.routes.run.CampaignRunner;
import org.nocturne.routes.run.ControlSocket;
import org.nocturne.routes.run.DecidedPhase;
import org.nocturne.routes.run.DenoiserInput;
import org.nocturne.routes.run.FoundCell;
import org.nocturne.routes.run.FrozenInput;
import org.nocturne.routes.run.Inputs;
import org.nocturne.routes.run.Launchers;

/** What the commands that run a campaign have in common. */
final class Campaigns {
    private Campaigns() {}

    /** Runs a campaign folder to its end and says where the report is. */
    static int run(CampaignFolder folder, Extension more, RunOptions options) throws Exception {
        if (ControlSocket.ask(folder.dir(), "status").isPresent()) {
            System.err.println("nocturne: " + folder.dir() + ": a runner is at work here; see nocturne status");
            return ExitCode.IN_USE;
        }
        return run(folder, more, options, CampaignRunner::lead);
    }

    /** Runs beside a runner that leads, until the campaign ends. */
    static int join(CampaignFolder folder, RunOptions options) throws Exception {
        return run(folder, Extension.none(), options, CampaignRunner::join);
    }

    private interface Way {
        CampaignRunner.Ending go(CampaignRunner runner) throws Exception;
    }

    private static int run(CampaignFolder folder, Extension more, RunOptions options, Way way) throws Exception {
        Beside.Opening beside =
                options.beside(folder).and(CampaignBean.opening()).and(Voice.opening(folder.configuration()));
        CampaignRunner.Ending ending = go(folder, more, options, beside, way);
        System.out.println("report: " + folder.report().toAbsolutePath().normalize());
        return switch (ending) {
            case FINISHED -> ExitCode.OK;
            case FAILED -> ExitCode.CAMPAIGN_FAILED;
            case STOPPED -> ExitCode.STOPPED;
            case SPENT -> ExitCode.SPENT;
        };
    }

    /**
     * Runs a campaign folder to its end, and says how that was.
     *
     * @param beside what goes along with it
     */
    static CampaignRunner.Ending lead(CampaignFolder folder, Beside.Opening beside) throws Exception {
        return go(folder, Extension.none(), new RunOptions(), beside, CampaignRunner::lead);
    }

    private static CampaignRunner.Ending go(
            CampaignFolder folder, Extension more, RunOptions options, Beside.Opening beside, Way way)
            throws Exception {
        Inputs inputs = checked(folder.configuration());
        try (Console console = Console.open(options.json, options.lines)) {
            CampaignRunner runner = new CampaignRunner(
                    folder,
                    inputs,
                    more,
                    options.json,
                    console::event,
                    console,
                    store -> CampaignReport.write(folder, store, inputs),
                    beside);
            return way.go(runner);
        }
    }

    /** Opens and checks all that a campaign file names, before anything is written. */
    static Inputs checked(ConfigReader.Read read) {
        Inputs inputs = Inputs.open(read);
        FrozenInput.check(read, inputs);
        DenoiserInput.check(read, inputs);
        Launchers.check(read);
        Voice.check(read);
        return inputs;
    }

    /** Checks a campaign file and all it names, then makes its folder. */
    static CampaignFolder create(ConfigReader.Read read, CampaignFolder folder) throws IOException {
        Inputs inputs = checked(read);
        BudgetConfig.requireAhead(read, Instant.now());
        Optional<DecidedPhase> phase = decided(read, inputs, folder.dir().resolve("phase"));
        folder.create(read, phase, cell(read, inputs, folder.dir().resolve("cell")));
        return folder;
    }

    private static Optional<FoundCell> cell(ConfigReader.Read read, Inputs inputs, Path work) throws IOException {
        StructureConfig structure = inputs.config().structure();
        if (!structure.cellIsToBeFound()) {
            return Optional.empty();
        }
        System.err.println("nocturne: structure.pressure-kbar is " + structure.pressureKbar() + ": MD finds the cell");
        FoundCell found = CellTrial.of(read, inputs, work);
        System.err.println("nocturne: " + found.why());
        return Optional.of(found);
    }

    private static Optional<DecidedPhase> decided(ConfigReader.Read read, Inputs inputs, Path work) throws IOException {
        if (!inputs.config().structure().phaseIsToBeFound()) {
            return Optional.empty();
        }
        System.err.println("nocturne: structure.phase is auto: two short replicas decide it");
        DecidedPhase found = PhaseTrial.of(read, inputs, work);
        boolean forCrystals = inputs.config().correction().isOn()
                || inputs.config().reference().from() != null;
        if (found.phase() == CampaignPlan.Phase.LIQUID && forCrystals) {
            throw read.problem(
                    "structure.phase",
                    "structure.phase is 'auto', and what was found is " + found.why()
                            + "; correction is for crystals, and a reference must be known to be of a liquid: wanted is neither, or"
                            + " phase: liquid, said by you");
        }
        System.err.println("nocturne: " + found.why());
        return Optional.of(found);
    }
}
