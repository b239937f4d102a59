package org.nocturne.learning.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.format.XyzValue;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Frame;
import org.nocturne.core.work.Label;
import org.nocturne.core.work.Method;

class FrameCodecTest {
    private static final Method METHOD = new Method("lammps", "29 Sep 2021", "sw", "");
    private static final Structure PAIR =
            new Structure(Cell.cubic(6), List.of(Element.SI, Element.SI), new double[] {0, 0, 0, 1.1, 2.2, 3.3});
    private static final double[] FORCES = {0.1, -0.2, 1 / 3.0, -0.1, 0.2, -1 / 3.0};
    private static final double[] STRESS = {1e-3, 2e-3, 3e-3, 4e-3, 5e-3, 6e-3};

    @TempDir
    Path dir;

    private static Frame frame(double... stress) {
        return new Frame(PAIR, Kelvin.of(300), new Label(-8.6732, FORCES, stress));
    }

    @Test
    void a_frame_is_the_same_after_its_file() {
        CampaignFiles files = new CampaignFiles(dir);
        var stored = files.writeFrames(
                "x.extxyz", List.of(FrameCodec.encode(frame(STRESS), METHOD), FrameCodec.encode(frame(), METHOD)));

        List<XyzFrame> read = files.readFrames(stored);

        assertThat(FrameCodec.decode(read.get(0))).isEqualTo(frame(STRESS));
        assertThat(FrameCodec.decode(read.get(1))).isEqualTo(frame());
    }

    /** Ours is xx yy zz yz xz xy (ASE's Voigt order); in the file it is the full matrix. */
    @Test
    void stress_is_written_as_a_matrix() {
        assertThat(FrameCodec.encode(frame(STRESS), METHOD).info())
                .containsEntry(
                        "stress",
                        new XyzValue.Matrix(new double[] {1e-3, 6e-3, 5e-3, 6e-3, 2e-3, 4e-3, 5e-3, 4e-3, 3e-3}));
    }

    @Property(tries = 100)
    void any_label_comes_back(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double energy,
            @ForAll @Size(6) List<@DoubleRange(min = -1, max = 1) Double> stress) {
        double[] s = stress.stream().mapToDouble(x -> x).toArray();
        Frame frame = new Frame(PAIR, Kelvin.of(87.5), new Label(energy, FORCES, s));

        assertThat(FrameCodec.decode(FrameCodec.encode(frame, METHOD))).isEqualTo(frame);
    }

    @Test
    void what_is_missing_is_named() {
        assertThatThrownBy(() -> FrameCodec.decode(FrameCodec.bare(PAIR, "energy", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a stored frame has no temperature");
    }
}
