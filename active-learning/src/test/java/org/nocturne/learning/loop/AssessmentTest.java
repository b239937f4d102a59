package org.nocturne.learning.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.learning.ledger.Judgement;

class AssessmentTest {
    @TempDir
    Path dir;

    private Night night;

    @AfterEach
    void end() {
        night.close();
    }

    @Test
    void of_more_candidates_than_are_judged_the_newest_are() {
        night = Night.sampled(dir, Plans.crystal().withReplicas(2, Plans.T).judging(4));
        for (int k = 0; k < 4; k++) {
            night.candidate();
        }
        Assessment assessment = assessment();
        List<Judgement> four = thermal(assessment, 1);

        night.candidate();
        List<Judgement> newest = thermal(assessment, 2);

        assertThat(four).isNotEmpty().allSatisfy(line -> assertThat(line.samples())
                .isEqualTo(4));
        assertThat(newest).allSatisfy(line -> assertThat(line.samples()).isEqualTo(4));
        assertThat(newest).isNotEqualTo(four);
        assertThat(thermal(assessment(), 3))
                .as("a runner that begins now judges the same")
                .isEqualTo(newest);
    }

    /** The proposals of both versions are the crystal at rest, which no MD is; but the present version is what the night works with. */
    @Test
    void what_an_older_version_that_is_found_wrong_proposed_is_left_out_of_the_thermal_frames() {
        night = Night.sampled(dir, Plans.crystal().withReplicas(2, Plans.T).judging(50));
        night.model(1, 8, "promoted");
        night.model(2, 9, "promoted");
        for (int k = 0; k < 24; k++) {
            night.candidateOf(1);
        }
        List<Judgement> alone = thermal(assessment(), 1);
        for (int k = 0; k < 3; k++) {
            night.candidateOf(2);
        }
        assertThat(thermal(assessment(), 2))
                .as("too few others to judge")
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.samples()).isEqualTo(27));
        night.candidateOf(2);
        night.candidateOf(2);
        Assessment assessment = assessment();
        List<Judgement> both = thermal(assessment, 2);

        assertThat(alone).isNotEmpty().allSatisfy(line -> assertThat(line.samples())
                .isEqualTo(24));
        assertThat(both).isNotEmpty().allSatisfy(line -> {
            assertThat(line.samples()).isEqualTo(5);
            assertThat(line.source()).endsWith("; without what version 1 proposed, found wrong");
        });
        assertThat(thermal(assessment, 3)).isEqualTo(both);
    }

    private List<Judgement> thermal(Assessment assessment, int round) {
        return assessment.assess(round).stream()
                .filter(line -> line.stage().equals(Assessment.THERMAL))
                .toList();
    }

    private Assessment assessment() {
        return new Assessment(
                night.plan,
                night.store,
                night.files,
                pattern -> {
                    throw new AssertionError("there is no pattern to compare");
                },
                Optional.empty(),
                Optional.empty());
    }
}
