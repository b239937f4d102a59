package org.nocturne.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nocturne.core.model.ModelManifest;
import org.nocturne.core.model.ModelManifest.Tensor;

class ModelsPageTest {
    private static final Page PAGE = Page.of("docs/models.md");

    @Test
    void the_manifest_has_the_fields_of_the_page_in_their_order() {
        List<String> fields = Stream.of(Objects.requireNonNull(ModelManifest.class.getRecordComponents()))
                .map(RecordComponent::getName)
                .toList();
        String manifest = PAGE.text().substring(0, PAGE.text().indexOf("## Inputs and outputs"));

        assertThat(new Page(PAGE.file(), manifest).all("^\\| `(\\w+)` \\|")).isEqualTo(fields);
        assertThat(manifest).contains(ModelManifest.FORMAT).contains(ModelManifest.FILE_NAME);
    }

    @Test
    void the_tensors_are_those_of_the_seam() {
        for (Tensor tensor : ModelManifest.INPUTS) {
            assertThat(PAGE.text()).contains("| `" + tensor.name() + "` | " + row(tensor));
        }
        for (Tensor tensor : ModelManifest.OUTPUTS) {
            assertThat(PAGE.text()).contains("| `" + tensor.name() + "` (output) | " + row(tensor));
        }
    }

    private static String row(Tensor tensor) {
        String shape = tensor.shape().isEmpty() ? "scalar" : String.join(", ", tensor.shape());
        return tensor.type() + " | " + shape + " | " + tensor.unit() + " |";
    }
}
