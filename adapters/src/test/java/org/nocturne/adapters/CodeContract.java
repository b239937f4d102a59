package org.nocturne.adapters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.contract.Check;
import org.nocturne.adapters.contract.Contract;
import org.nocturne.adapters.contract.Subject;
import org.nocturne.adapters.contract.Verdict;
import org.nocturne.core.structure.Structure;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * The checks of {@code nocturne adapter test} as tests. A site proves its adapter by extending this class, from the test-jar of
 * nocturne-adapters with JUnit on its own test path; what the code does not offer is skipped, visibly:
 *
 * <pre>{@code
 * class CastepTest extends CodeContract {
 *     @Override protected Code subject(Path campaignDir) { return new CastepProvider().open(settings(), campaignDir); }
 *     @Override protected Structure sample() { return silicon(); }
 * }
 * }</pre>
 */
public abstract class CodeContract {

    @TempDir
    protected Path dir;

    /** Inputs may be links; JUnit warns of every one that leads out of its temporary directory. */
    @AfterEach
    void removeLinks() throws IOException {
        try (Stream<Path> all = Files.walk(dir)) {
            for (Path link : all.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    /** The code under test, opened as a campaign opens it. */
    protected abstract Code subject(Path campaignDir);

    /** A small structure, off its equilibrium so that forces are not zero. */
    protected abstract Structure sample();

    /** Time limit of one run. */
    protected Duration limit() {
        return Duration.ofSeconds(60);
    }

    /** How well energies repeat and forces are gradients: 1e-6 for a potential, more for a self-consistent code. */
    protected double tolerance() {
        return 1e-6;
    }

    /** The largest force that a tight minimisation leaves on an atom. */
    protected double minimisedForceEvPerAngstrom() {
        return 1e-3;
    }

    @TestFactory
    Stream<DynamicTest> contract() {
        subject(dir); // what is not installed here skips them all
        Subject subject =
                new Subject(() -> subject(dir), sample(), tolerance(), minimisedForceEvPerAngstrom(), limit(), dir);
        return Contract.checks().stream()
                .map(check -> DynamicTest.dynamicTest(check.name(), () -> require(check, subject)));
    }

    private static void require(Check check, Subject subject) {
        Verdict verdict = check.of(subject);
        if (verdict.kind() == Verdict.Kind.NOT_OFFERED) {
            throw new TestAbortedException("SKIPPED: " + verdict.detail());
        }
        if (verdict.kind() == Verdict.Kind.FAIL) {
            throw new AssertionFailedError(verdict.detail());
        }
    }
}
