package org.nocturne.adapters.builtin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nocturne.adapters.CodeSettingsException;
import org.nocturne.adapters.Settings;
import org.nocturne.adapters.builtin.motion.Engine;
import org.nocturne.adapters.builtin.potential.LennardJones;
import org.nocturne.adapters.builtin.potential.Potential;
import org.nocturne.adapters.builtin.potential.StillingerWeber;
import org.nocturne.core.format.Sha256;

/**
 * What a campaign says of the embedded engine. The process that computes reads the same words again.
 *
 * @param asWritten the settings, without the file
 * @param swText text of the Stillinger-Weber parameters; empty for another potential
 * @param inWords the potential with all that changes its numbers
 */
record BuiltinSettings(Map<String, Object> asWritten, Optional<String> swText, String inWords, Engine engine) {
    static final String CODE = "builtin";
    static final String STILLINGER_WEBER = "stillinger-weber";
    static final String LENNARD_JONES = "lennard-jones";
    static final String FILES = "files";

    static final String TIMESTEP = "timestep-fs";
    private static final String DAMP = "damp-fs";
    private static final String SKIN = "skin-angstrom";

    /** What numbers are where a campaign file is silent. */
    static final Map<String, Object> DEFAULTS = Map.of(TIMESTEP, 1.0, DAMP, 100.0, SKIN, 1.0);

    private static final Set<String> COMMON = Set.of("potential", TIMESTEP, DAMP, SKIN);
    private static final Set<String> OF_STILLINGER_WEBER = Set.of(FILES);
    private static final Set<String> OF_LENNARD_JONES =
            Set.of("epsilon-ev", "sigma-angstrom", "cutoff-angstrom", "shift");

    static BuiltinSettings of(Map<String, Object> values, Path campaignDir) {
        Object name = values.get("potential");
        if (STILLINGER_WEBER.equals(name)) {
            return stillingerWeber(values, campaignDir);
        }
        if (LENNARD_JONES.equals(name)) {
            return lennardJones(values);
        }
        throw new CodeSettingsException("builtin.potential is " + (name == null ? "not given" : "'" + name + "'")
                + "; wanted is " + STILLINGER_WEBER + " or " + LENNARD_JONES);
    }

    private static BuiltinSettings stillingerWeber(Map<String, Object> values, Path campaignDir) {
        Settings settings = new Settings(CODE, values, both(COMMON, OF_STILLINGER_WEBER));
        String text = StillingerWeber.SILICON;
        String inWords = STILLINGER_WEBER + " silicon of 1985";
        String from = "its own silicon";
        if (values.containsKey(FILES)) {
            List<String> named = settings.strings(FILES);
            if (named.size() != 1) {
                throw new CodeSettingsException("builtin.files is " + named + "; one file is wanted");
            }
            Path file = find(campaignDir, named.get(0));
            text = read(file);
            from = file.toString();
            inWords = STILLINGER_WEBER + " " + file.getFileName();
        }
        inWords += " sha256:" + Sha256.of(text).substring(0, 16);
        try {
            Potential potential = StillingerWeber.ofLammpsFile(text);
            Map<String, Object> rest = new LinkedHashMap<>(values);
            rest.remove(FILES);
            return new BuiltinSettings(rest, Optional.of(text), inWords, engine(potential, settings));
        } catch (IllegalArgumentException e) {
            throw new CodeSettingsException(
                    "builtin.files: " + from + " is no Stillinger-Weber file: " + e.getMessage());
        }
    }

    private static BuiltinSettings lennardJones(Map<String, Object> values) {
        Settings settings = new Settings(CODE, values, both(COMMON, OF_LENNARD_JONES));
        Object shift = values.getOrDefault("shift", false);
        if (!(shift instanceof Boolean)) {
            throw new CodeSettingsException("builtin.shift is " + shift + "; true or false is wanted");
        }
        LennardJones potential = new LennardJones(
                needed(values, settings, "epsilon-ev"),
                needed(values, settings, "sigma-angstrom"),
                needed(values, settings, "cutoff-angstrom"),
                (Boolean) shift);
        String inWords = LENNARD_JONES + " epsilon-ev=" + potential.epsilonEv() + " sigma-angstrom="
                + potential.sigmaAngstrom() + " cutoff-angstrom=" + potential.cutoffAngstrom() + " shift=" + shift;
        return new BuiltinSettings(values, Optional.empty(), inWords, engine(potential, settings));
    }

    private static double needed(Map<String, Object> values, Settings settings, String key) {
        if (!values.containsKey(key)) {
            throw new CodeSettingsException("builtin." + key + " is not given; " + LENNARD_JONES
                    + " needs epsilon-ev, sigma-angstrom and cutoff-angstrom");
        }
        return settings.positive(key, Double.NaN);
    }

    private static Engine engine(Potential potential, Settings settings) {
        return new Engine(
                potential,
                settings.positive(TIMESTEP, DEFAULTS),
                settings.positive(DAMP, DEFAULTS),
                settings.positive(SKIN, DEFAULTS));
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    /** As it is named, or by its bare name: a campaign folder has its copy there. */
    private static Path find(Path campaignDir, String name) {
        Path named = campaignDir.resolve(name);
        Path beside = campaignDir.resolve(named.getFileName());
        return Files.exists(named) || !Files.exists(beside) ? named : beside;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new CodeSettingsException("builtin.files: " + file.toAbsolutePath()
                    + " cannot be read; a parameter file of LAMMPS' pair_style"
                    + " sw is wanted, looked up beside the campaign file");
        }
    }
}
