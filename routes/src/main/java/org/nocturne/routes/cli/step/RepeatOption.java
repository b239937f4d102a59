package org.nocturne.routes.cli.step;

import java.util.List;
import org.nocturne.core.structure.Structure;
import picocli.CommandLine.Option;

/** Copies of a cell side by side. */
final class RepeatOption {
    @Option(
            names = "--repeat",
            split = ",",
            paramLabel = "N",
            description = "Copies along the three cell vectors, such as 5,5,5; default: none.")
    List<Integer> repeat = List.of(1, 1, 1);

    Structure of(Structure one) {
        if (repeat.size() != 3 || repeat.stream().anyMatch(r -> r < 1)) {
            throw new IllegalArgumentException(
                    "--repeat is " + repeat + "; three whole numbers of at least 1 are wanted");
        }
        return one.repeated(repeat.get(0), repeat.get(1), repeat.get(2));
    }
}
