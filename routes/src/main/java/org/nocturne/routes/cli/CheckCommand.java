package org.nocturne.routes.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.nocturne.routes.config.BudgetConfig;
import org.nocturne.routes.config.ConfigReader;
import org.nocturne.routes.config.EffectiveYaml;
import org.nocturne.routes.notify.Voice;
import org.nocturne.routes.run.Inputs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a campaign file and all it names. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Check a campaign file and everything it names; nothing is written.",
        footer = {"", "Example: nocturne check configs/silicon-300K.yaml"})
final class CheckCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "The campaign file.")
    private Path file = Path.of("");

    @Option(names = "--quick", description = "Check it as it runs with --quick.")
    private boolean quick;

    @Option(
            names = "--effective",
            description =
                    "Print nothing but the configuration, with every default: a campaign file that means the same.")
    private boolean effective;

    @Override
    public Integer call() {
        ConfigReader.Read read = ConfigReader.read(file, quick);
        Inputs inputs = Campaigns.checked(read);
        Optional<String> told = Voice.check(read);
        BudgetConfig.requireAhead(read, Instant.now());
        if (effective) {
            System.out.print(EffectiveYaml.of(read.config()));
            return ExitCode.OK;
        }
        System.out.println(read.effectiveYaml().stripTrailing());
        System.out.println("# target      " + inputs.target().spectrum());
        System.out.println("# structure   " + inputs.start().size() + " atoms of "
                + inputs.start().distinctSpecies());
        System.out.println("# method      " + inputs.code().method());
        inputs.audit().ifPresent(audit -> {
            System.out.println("# second code " + audit.code().method());
            System.out.println("#             for at most "
                    + inputs.plan().proposals().rounds() * audit.plan().perRound()
                    + " structures; the largest has " + audit.largest() + " atoms, the limit is "
                    + audit.plan().mostAtoms());
        });
        if (inputs.config().structure().phaseIsToBeFound()) {
            System.out.println(
                    "# phase       found by two short replicas when it begins; the plan is that of a crystal");
        }
        System.out.println("# launcher    " + inputs.config().launcher().name());
        told.ifPresent(ways -> System.out.println("# tells       " + ways));
        System.out.println("# budget      " + inputs.plan().budget().inWords());
        System.out.println("# plan        " + inputs.plan());
        System.out.println("# good: nocturne run " + file);
        return ExitCode.OK;
    }
}
