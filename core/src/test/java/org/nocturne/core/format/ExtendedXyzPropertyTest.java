package org.nocturne.core.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/** Whatever is written comes back the same. */
class ExtendedXyzPropertyTest {
    private Path scratch = Path.of("unset");

    @Property(tries = 300)
    void numbers_come_back_bit_by_bit(@ForAll @Size(6) List<Double> xyz, @ForAll double energy) throws IOException {
        double[] positions = xyz.stream().mapToDouble(x -> x).toArray();
        XyzFrame frame = new XyzFrame(
                new Structure(Cell.open(), List.of(Element.H, Element.HE), positions),
                Map.of("energy", new XyzValue.Real(energy)),
                Map.of("forces", new XyzColumn.Reals(3, positions)));

        assertThat(throughAFile(frame)).isEqualTo(frame);
    }

    @Property(tries = 300)
    void any_text_comes_back(@ForAll String text) throws IOException {
        String word = "x " + text.replaceAll("[\\n\\r\\p{Cs}\\p{Cn}]", "") + " x";
        XyzFrame frame = new XyzFrame(
                new Structure(Cell.open(), List.of(Element.H), new double[3]),
                Map.of("note", new XyzValue.Text(word)),
                Map.of());

        assertThat(throughAFile(frame)).isEqualTo(frame);
    }

    @BeforeProperty
    void open() throws IOException {
        scratch = Files.createTempFile("round-trip", ".xyz");
    }

    @AfterProperty
    void close() throws IOException {
        Files.deleteIfExists(scratch);
    }

    private XyzFrame throughAFile(XyzFrame frame) throws IOException {
        ExtendedXyz.write(List.of(frame), scratch);
        return ExtendedXyz.readFirst(scratch);
    }
}
