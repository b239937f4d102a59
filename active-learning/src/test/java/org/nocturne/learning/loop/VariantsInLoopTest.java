package org.nocturne.learning.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.port.Variation;
import org.nocturne.core.spectrum.PatternFit;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Step;
import org.nocturne.core.work.Task;
import org.nocturne.learning.store.CandidateTable.Candidate;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Invariant;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.Subject;
import org.nocturne.learning.store.VariantTable.Parent;
import org.nocturne.learning.store.VariantTable.Variant;

/** Variants on their way through the loop; every answer of the code is given by the test. */
class VariantsInLoopTest {
    private static final double SIGMA = 0.3;
    private static final double NEW_BONDS = 0.125;

    @TempDir
    Path dir;

    @TempDir
    Path other;

    private Night night;

    @AfterEach
    void end() {
        night.close();
    }

    /** Moves the atoms, and finds an eighth of the bonds new wherever it looks. */
    private record Shaken(double sigmaAngstrom) implements Variation {
        @Override
        public Structure vary(Structure parent, RandomGenerator random) {
            double[] u = new double[3 * parent.size()];
            for (int k = 0; k < u.length; k++) {
                u[k] = sigmaAngstrom * random.nextGaussian();
            }
            return parent.displaced(u);
        }

        @Override
        public double newBonds(Structure parent, Structure variant) {
            return NEW_BONDS;
        }
    }

    private static Outcome minimum(double energyEv) {
        return new Outcome.Done(new Result.Minimised(new InherentStructure(Night.CRYSTAL, energyEv, 1e-6)));
    }

    /** Two quenches that have been minimised, to -270 and -271 eV. */
    private static Night withLibrary(Path dir) {
        Night night = Night.sampled(dir, Plans.variants(SIGMA));
        night.record(night.claim(Step.MINIMISE), minimum(-270));
        night.record(night.claim(Step.MINIMISE), minimum(-271));
        return night;
    }

    private static void propose(Night night, int times) {
        VariantProposer proposer = VariantProposer.of(night.store, night.files, new Shaken(SIGMA));
        for (int k = 0; k < times; k++) {
            new Proposals(night.plan, night.store, night.files).proposeVariant(proposer);
        }
    }

    private Structure proposal(int candidate) {
        return proposal(night, candidate);
    }

    private static Structure proposal(Night night, int candidate) {
        Candidate of = night.find(tx -> tx.candidates().find(candidate)).orElseThrow();
        return night.files.readFrames(of.proposal()).get(0).structure();
    }

    private int parent(int candidate) {
        return night.find(tx -> tx.variants().find(candidate)).orElseThrow().parent();
    }

    private void assertSound() {
        Map<Invariant, List<String>> broken = night.ask(tx -> tx.invariants().broken());
        assertThat(broken).isEmpty();
    }

    @Test
    void the_last_frame_of_each_replica_of_the_library_is_minimised_before_anything_is_proposed() {
        night = Night.sampled(dir, Plans.variants(SIGMA));

        List<Parent> library = night.list(tx -> tx.variants().parents());
        assertThat(library).extracting(Parent::inherent).containsOnlyNulls();
        assertThat(library)
                .as("those that judge are not among them")
                .allSatisfy(p -> assertThat(night.find(tx -> tx.subjects().replica(p.replica()))
                                .orElseThrow()
                                .role())
                        .isEqualTo(Role.TRAINING))
                .hasSize(2);
        Job first = night.oldestPending(Step.MINIMISE).orElseThrow();
        Structure last = night.files
                .readFrames(night.list(tx ->
                                tx.frames().of(Subject.replica(library.get(0).replica())))
                        .get(Night.FRAMES - 1)
                        .file())
                .get(Night.FRAMES - 1)
                .structure();
        assertThat(night.task(first).start()).isEqualTo(last);
        assertThat(night.progress().wantsCandidate(1)).isFalse();

        night.minimised();
        assertThat(night.lastEvent().fields())
                .containsEntry("basin", Subject.basin(first.subject().id()).name())
                .containsEntry(
                        "replica", Subject.replica(library.get(0).replica()).name());
        assertThat(night.progress().wantsCandidate(1))
                .as("one is still to come")
                .isFalse();
        night.minimised();
        assertThat(night.progress().wantsCandidate(1)).isTrue();
        assertSound();
    }

    @Test
    void a_replica_that_cannot_be_minimised_is_left_out() {
        night = Night.sampled(dir, Plans.variants(SIGMA));
        night.failed(Step.MINIMISE, Cause.NOT_CONVERGED);
        night.minimised();

        propose(night, 2);

        assertThat(parent(1)).isEqualTo(parent(2));
    }

    @Test
    void without_any_the_campaign_is_hopeless() {
        night = Night.sampled(dir, Plans.variants(SIGMA));
        night.failed(Step.MINIMISE, Cause.NOT_CONVERGED);
        night.failed(Step.MINIMISE, Cause.NOT_CONVERGED);

        assertThat(night.progress().hopeless())
                .hasValueSatisfying(why -> assertThat(why).contains("nothing to make variants of", "NOT_CONVERGED"));
    }

    @Test
    void parents_are_taken_in_turn_and_the_log_tells_whose_variant_it_is() {
        night = withLibrary(dir);
        propose(night, 3);

        assertThat(List.of(parent(1), parent(2), parent(3))).containsExactly(2, 3, 2);
        Event event = night.lastEvent();
        assertThat(event.step()).isEqualTo("propose");
        assertThat(event.fields())
                .containsEntry("method", "variant")
                .containsEntry("parent", "b0002")
                .containsEntry("sigma", "0.3A");
        Candidate third = night.find(tx -> tx.candidates().find(3)).orElseThrow();
        assertThat(night.files.readFrames(third.proposal()).get(0).text("parent"))
                .contains("b0002");
        assertThat(proposal(1)).as("the noise is another one").isNotEqualTo(proposal(3));
    }

    /** Whoever died in between: the number of a candidate and the library are all that it depends on. */
    @Test
    void another_runner_proposes_the_same() {
        night = withLibrary(dir);
        propose(night, 1);
        night.reopen();
        propose(night, 2);

        try (Night again = withLibrary(other)) {
            propose(again, 3);
            for (int candidate = 1; candidate <= 3; candidate++) {
                assertThat(proposal(night, candidate)).isEqualTo(proposal(again, candidate));
            }
        }
    }

    @Test
    void next_to_no_noise_gives_the_parent_back() {
        night = withLibrary(dir);
        VariantProposer proposer = VariantProposer.of(night.store, night.files, new Shaken(1e-9));
        Structure variant = proposer.propose(1, Proposals.generator(1)).structure();

        double[] parent = Night.CRYSTAL.xyzAngstrom();
        for (int k = 0; k < parent.length; k++) {
            assertThat(variant.xyzAngstrom()[k]).isCloseTo(parent[k], within(1e-7));
        }
    }

    @Test
    void the_noise_is_minimised_away_before_the_relax_step_begins_there() {
        night = withLibrary(dir);
        propose(night, 1);

        assertThat(night.states()).containsEntry("proposed", 1);
        assertThat(night.progress().wantsCandidate(1)).as("one waits").isFalse();
        Job minimise = night.claim(Step.MINIMISE);
        assertThat(night.task(minimise)).isInstanceOf(Task.MinimiseTask.class);
        assertThat(night.task(minimise).start()).isEqualTo(proposal(1));
        assertThat(night.states()).containsEntry("relaxing", 1);
        assertThat(night.count(tx -> tx.candidates().openInRound(1))).isEqualTo(1);

        night.record(minimise, minimum(-269.36));
        assertThat(night.lastEvent().fields()).containsEntry("dE", "+10.0meV/atom");
        assertSound();
        Job relax = night.claim(Step.RELAX);
        assertThat(night.task(relax)).isInstanceOf(Task.RelaxTask.class);
        assertThat(night.task(relax).start()).isEqualTo(Night.CRYSTAL);
    }

    @Test
    void a_variant_that_cannot_be_minimised_has_failed() {
        night = withLibrary(dir);
        propose(night, 1);
        night.failed(Step.MINIMISE, Cause.NOT_CONVERGED);

        assertThat(night.states()).containsEntry("failed", 1);
        assertThat(night.count(tx -> tx.candidates().openInRound(1))).isZero();
    }

    @Test
    void after_a_round_energies_over_the_parents_and_new_bonds_are_told_and_kept() {
        night = withLibrary(dir);
        propose(night, 2);
        for (int k = 0; k < 2; k++) {
            night.minimised();
        }
        for (double energy : new double[] {-269.36, -270.36 + 0.64}) {
            Job job = night.claim(Step.RELAX);
            InherentStructure rested = new InherentStructure(Night.CRYSTAL, energy, 1e-6);
            night.record(job, new Outcome.Done(new Result.Relaxed(energy, Night.frame(job.id()), rested, 298)));
        }
        Assessment assessment = new Assessment(
                night.plan,
                night.store,
                night.files,
                pattern -> new PatternFit(pattern, 1, 0, 0.1, OptionalDouble.empty(), OptionalDouble.empty()),
                Optional.of(new Shaken(SIGMA)),
                Optional.empty());

        assessment.assess(1);

        List<Variant> variants = night.list(tx -> tx.variants().all());
        assertThat(variants).extracting(Variant::newBonds).containsExactly(NEW_BONDS, NEW_BONDS);
        assertThat(Objects.requireNonNull(variants.get(0).energyOverParentEv())).isCloseTo(0.01, within(1e-12));
        assertThat(Objects.requireNonNull(variants.get(1).energyOverParentEv())).isCloseTo(0.02, within(1e-12));
        assertThat(night.lastEvent().fields())
                .containsEntry("dE", "+15.0+-5.0meV/atom")
                .containsEntry("newbonds", "12.5+-0.0%");
        assertSound();
    }
}
