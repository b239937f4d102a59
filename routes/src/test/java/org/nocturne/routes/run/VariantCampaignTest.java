package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocturne.core.structure.Structure;
import org.nocturne.generator.variant.NoisedVariation;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.loop.Proposals;
import org.nocturne.learning.store.CandidateTable.Candidate;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.VariantTable.Parent;
import org.nocturne.learning.store.VariantTable.Variant;
import org.nocturne.routes.cli.step.CommandRun;
import org.nocturne.routes.config.ConfigReader;

/** A whole campaign that proposes variants of its quenches, by the embedded engine. */
class VariantCampaignTest {
    private static final Path ROOT = Path.of(System.getProperty("nocturne.root"));
    private static final double SIGMA = 0.45;

    @TempDir
    Path dir;

    /** The runner is killed while it makes variants, and another one goes on. */
    @Test
    void variants_are_proposed_relaxed_and_compared_with_their_parents_after_kill_9_too() throws Exception {
        Path file = GlassOfEngine.write(dir, "{sigma-angstrom: " + SIGMA + "}");
        Child first = Child.start(dir, "run", file.toString());
        CampaignFolder folder = new CampaignFolder(dir.resolve("runs/small"));
        while (first.isAlive()
                && !(Files.exists(folder.log())
                        && Files.readString(folder.log()).contains(" propose "))) {
            Thread.sleep(20);
        }
        first.kill();
        Child second = Child.run(dir, "resume", folder.dir().toString());

        assertThat(second.exitCode()).as(second.output()).isZero();
        assertThat(Files.readString(folder.log()))
                .containsPattern(
                        "phase +campaign=small glass why=\"glass: variants of what independent quenches fall to at"
                                + " 2000.0 K/ps .*noise of 0.45 angstrom alone, which no denoiser")
                .containsPattern("minimise campaign=small basin=b0002 replica=r000")
                .containsPattern("propose +campaign=small .*cand=c0002 .*method=variant parent=b000\\d sigma=0.45A")
                .containsPattern("minimise campaign=small round=1 cand=c0001 .* dE=[+-][0-9.]+meV/atom")
                .containsPattern(
                        "assess +campaign=small round=2 .*dE=[+-][0-9.]+\\+-[0-9.]+meV/atom newbonds=[0-9.]+\\+-[0-9.]+%");
        VariantStanding standing =
                Objects.requireNonNull(StatusReader.read(folder).variants());
        assertThat(standing.measured()).isEqualTo(4);
        assertThat(standing.newBonds()).isBetween(0.0, 0.9);
        assertThat(Files.readString(folder.report()))
                .contains("Candidates are variants of what the quenches fall to", "noise of 0.45 angstrom")
                .contains("Variants are no independent samples");
        CommandRun verified = CommandRun.of("verify", folder.dir().toString());
        assertThat(verified.code()).as(verified.output() + verified.error()).isZero();
        assertProposalsFollowFromTheirNumbers(folder);
    }

    private static void assertProposalsFollowFromTheirNumbers(CampaignFolder folder) {
        CampaignFiles files = new CampaignFiles(folder.dir());
        try (Store store = folder.openStore(folder.configuration().config())) {
            List<Parent> parents = store.inTransaction(tx -> tx.variants().parents());
            for (Variant variant : store.inTransaction(tx -> tx.variants().all())) {
                Parent parent = parents.get((variant.candidate() - 1) % 2);
                assertThat(variant.parent()).isEqualTo(parent.basin());
                Candidate candidate = store.inTransaction(
                        tx -> tx.candidates().find(variant.candidate()).orElseThrow());
                Structure atRest = files.readFrames(Objects.requireNonNull(parent.inherent()))
                        .get(0)
                        .structure();
                double[] wanted = NoisedVariation.ofNoiseAlone(SIGMA, OptionalDouble.empty())
                        .vary(atRest, Proposals.generator(candidate.seed()))
                        .xyzAngstrom();
                double[] found = files.readFrames(candidate.proposal())
                        .get(0)
                        .structure()
                        .xyzAngstrom();
                for (int k = 0; k < wanted.length; k++) {
                    assertThat(found[k]).isCloseTo(wanted[k], within(1e-9));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void the_shipped_campaign_opens_with_everything_that_it_names(boolean quick) {
        Inputs inputs = Inputs.open(ConfigReader.read(ROOT.resolve("configs/amorphous-silicon-variants.yaml"), quick));

        assertThat(inputs.plan().proposals().variants()).isPresent();
    }
}
