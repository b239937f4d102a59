package org.nocturne.adapters.lammps;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nocturne.adapters.CodeSettingsException;
import org.nocturne.adapters.Settings;
import org.nocturne.core.structure.Element;
import org.nocturne.core.work.PairPotential;

/**
 * What a campaign says of LAMMPS, in metal units.
 *
 * @param command the program and the arguments before ours: [lmp], [mpirun, -np, "2", lmp]
 * @param pair lines that define the potential, in LAMMPS' own words
 * @param elements element of each atom type; empty where the structure must have one element only
 * @param files potential files, found
 * @param timestepFs time step of molecular dynamics
 * @param dampFs relaxation time of the Langevin thermostat
 * @param barostatDampFs period in which a barostat answers
 * @param skinAngstrom neighbour skin, empty for LAMMPS' own
 * @param forces how a living LAMMPS is asked
 * @param added a potential on top of that of the campaign file
 */
record LammpsSettings(
        List<String> command,
        List<String> pair,
        List<Element> elements,
        List<Path> files,
        double timestepFs,
        double dampFs,
        double barostatDampFs,
        Optional<Double> skinAngstrom,
        ForcesBy forces,
        Optional<PairPotential> added) {

    /** How a living LAMMPS is asked; the socket only where LAMMPS and cell allow it. */
    enum ForcesBy {
        SOCKET,
        FILES;

        static ForcesBy of(Object word) {
            return Arrays.stream(values())
                    .filter(way -> way.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new CodeSettingsException(
                            "lammps." + FORCES + " is " + word + "; wanted is socket or files"));
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final String FORCES = "forces-by";
    static final String TIMESTEP = "timestep-fs";
    private static final String DAMP = "damp-fs";
    private static final String BAROSTAT_DAMP = "barostat-damp-fs";

    static final Set<String> KEYS = Set.of(
            "command",
            "pair",
            "elements",
            "files",
            "files-published",
            TIMESTEP,
            DAMP,
            BAROSTAT_DAMP,
            "neighbor-skin",
            FORCES);

    /** What numbers are where a campaign file is silent; of the skin only LAMMPS knows. */
    static final Map<String, Object> DEFAULTS = Map.of(TIMESTEP, 1.0, DAMP, 100.0, BAROSTAT_DAMP, 1000.0);

    static LammpsSettings of(Map<String, Object> values, Path campaignDir) {
        Settings settings = new Settings("lammps", values, KEYS);
        List<String> command = values.containsKey("command") ? settings.strings("command") : List.of("lmp");
        List<String> pair = settings.strings("pair");
        if (pair.stream().noneMatch(line -> line.strip().startsWith("pair_style "))) {
            throw new CodeSettingsException("lammps.pair is " + pair
                    + "; a list of LAMMPS lines is wanted, such as 'pair_style sw' and 'pair_coeff * * Si.sw Si'");
        }
        PotentialFiles search =
                new PotentialFiles(campaignDir, command, String.join(" ", settings.strings("files-published")));
        return new LammpsSettings(
                command,
                pair.stream().map(String::strip).toList(),
                elements(settings.strings("elements"), pair),
                settings.strings("files").stream().map(search::find).toList(),
                settings.positive(TIMESTEP, DEFAULTS),
                settings.positive(DAMP, DEFAULTS),
                settings.positive(BAROSTAT_DAMP, DEFAULTS),
                values.containsKey("neighbor-skin")
                        ? Optional.of(settings.positive("neighbor-skin", 1))
                        : Optional.empty(),
                ForcesBy.of(values.getOrDefault(FORCES, ForcesBy.SOCKET.word())),
                Optional.empty());
    }

    LammpsSettings with(PairPotential onTop) {
        if (added.isPresent()) {
            throw new IllegalArgumentException("a potential is added already; one is possible");
        }
        return new LammpsSettings(
                command,
                pair,
                elements,
                files,
                timestepFs,
                dampFs,
                barostatDampFs,
                skinAngstrom,
                forces,
                Optional.of(onTop));
    }

    /** The name after pair_style. */
    String pairStyle() {
        return pair.stream()
                .filter(line -> line.startsWith("pair_style "))
                .findFirst()
                .orElseThrow()
                .split("\\s+")[1];
    }

    /** Named by the settings, or else the symbols at the end of a "pair_coeff * *" line. */
    private static List<Element> elements(List<String> named, List<String> pair) {
        List<Element> out = new ArrayList<>();
        for (String symbol : named) {
            out.add(Element.ofSymbol(symbol)
                    .orElseThrow(() -> new CodeSettingsException("lammps.elements holds '" + symbol
                            + "'; symbols such as Si are wanted, in the order of the atom types")));
        }
        if (!out.isEmpty()) {
            return List.copyOf(out);
        }
        for (String line : pair) {
            String[] words = line.strip().split("\\s+");
            if (words.length < 5 || !words[0].equals("pair_coeff") || !words[1].equals("*") || !words[2].equals("*")) {
                continue;
            }
            List<Element> trailing = new ArrayList<>();
            for (int k = words.length - 1; k > 2 && Element.ofSymbol(words[k]).isPresent(); k--) {
                trailing.add(0, Element.ofSymbol(words[k]).orElseThrow());
            }
            if (!trailing.isEmpty()) {
                return List.copyOf(trailing);
            }
        }
        return List.of();
    }
}
