package org.nocturne.routes.cli.adapter;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.CodeProvider;
import org.nocturne.adapters.ProofSample;
import org.nocturne.adapters.contract.Check;
import org.nocturne.adapters.contract.Contract;
import org.nocturne.adapters.contract.Subject;
import org.nocturne.adapters.contract.Verdict;
import org.nocturne.core.structure.Structure;

/**
 * The contract of one code, on a sample.
 *
 * @param beside where bare file names of its settings are looked up first
 */
public record CodeProof(CodeProvider provider, ProofSample sample, Path beside, Duration limit) {
    private static final double PUSH_ANGSTROM = 0.05;

    /**
     * Checks it all in a folder.
     *
     * @param told each verdict as it is found
     * @throws org.nocturne.adapters.CodeSettingsException if the code cannot be opened; nothing was written then
     */
    public ContractReport in(Path dir, Consumer<Verdict> told) {
        Code code = provider.open(sample.settings(), beside);
        Subject subject = new Subject(
                () -> provider.open(sample.settings(), beside),
                pushed(sample.structure()),
                sample.tolerance(),
                sample.maxForceEvPerAngstrom(),
                limit,
                dir.toAbsolutePath());
        List<Verdict> verdicts = new ArrayList<>();
        for (Check check : Contract.checks()) {
            Verdict verdict = check.of(subject);
            verdicts.add(verdict);
            told.accept(verdict);
        }
        return new ContractReport(provider.name(), code.method(), verdicts);
    }

    /** Off its equilibrium, so that forces are not zero and no two atoms share a coordinate. */
    private static Structure pushed(Structure structure) {
        SplittableRandom random = new SplittableRandom(1);
        return structure.displaced(random.doubles(3L * structure.size(), -PUSH_ANGSTROM, PUSH_ANGSTROM)
                .toArray());
    }
}
