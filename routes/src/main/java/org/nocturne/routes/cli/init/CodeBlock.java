package org.nocturne.routes.cli.init;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Collectors;
import org.nocturne.core.structure.Element;

/** The block {@code code} of a new campaign file. A potential is never guessed, but for silicon by the engine that knows one. */
final class CodeBlock {
    private final InitOptions options;
    private final List<Element> elements;
    private final OpenLines lines;

    CodeBlock(InitOptions options, List<Element> elements, OpenLines lines) {
        this.options = options;
        this.elements = elements;
        this.lines = lines;
    }

    /** @throws IllegalArgumentException if the code is none that init knows */
    String text() throws JsonProcessingException {
        String head = "code:\n  name: " + OpenLines.yaml(options.code) + "\n  settings:\n";
        return head
                + switch (options.code) {
                    case "builtin" -> builtin();
                    case "lammps" -> lammps();
                    default ->
                        throw new IllegalArgumentException(
                                "--code is '" + options.code + "'; wanted is one of lammps, builtin");
                };
    }

    private String builtin() throws JsonProcessingException {
        boolean silicon = elements.equals(List.of(Element.SI));
        return "  "
                + lines.line(
                        "code.settings.potential",
                        silicon ? "stillinger-weber" : null,
                        "stillinger-weber (with files) or lennard-jones (with epsilon-ev, sigma-angstrom, cutoff-angstrom), for "
                                + symbols(", "));
    }

    private String lammps() throws JsonProcessingException {
        StringBuilder out = new StringBuilder("    pair:  # LAMMPS' own lines, metal units\n");
        for (String line : options.pair) {
            out.append("      - ").append(OpenLines.yaml(line)).append('\n');
        }
        if (options.pair.isEmpty()) {
            String wanted = "pair_style and pair_coeff for " + symbols(", ") + ", such as 'pair_coeff * * FILE "
                    + symbols(" ") + "'";
            out.append("      - ")
                    .append(lines.todo("code.settings.pair", wanted))
                    .append('\n');
        }
        if (!options.potentials.isEmpty()) {
            String files = new ObjectMapper().writeValueAsString(options.potentials);
            out.append("    files: ").append(files).append('\n');
        }
        return out.append("    timestep-fs: 1\n").toString();
    }

    private String symbols(String between) {
        return elements.stream().map(Element::symbol).collect(Collectors.joining(between));
    }
}
