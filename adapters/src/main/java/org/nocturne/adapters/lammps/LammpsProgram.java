package org.nocturne.adapters.lammps;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nocturne.adapters.CodeSettingsException;
import org.nocturne.adapters.launch.Programs;

/**
 * What the executable says of itself under {@code -h}. Potential files on the disk are no proof of a pair style: packages are
 * compiled in or not.
 */
record LammpsProgram(String version, Set<String> pairStyles, Set<String> fixStyles) {
    private static final Pattern VERSION = Pattern.compile("Massively Parallel Simulator - (.+)$", Pattern.MULTILINE);
    private static final Pattern PAIRS = Pattern.compile("\\* Pair styles:?\\s(.*?)(?:\\n\\* |\\z)", Pattern.DOTALL);
    private static final Pattern FIXES = Pattern.compile("\\* Fix styles:?\\s(.*?)(?:\\n\\* |\\z)", Pattern.DOTALL);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static LammpsProgram ask(List<String> command) {
        List<String> question = new ArrayList<>(command);
        question.add("-h");
        String help = Programs.ask(question, PATIENCE)
                .orElseThrow(() -> new CodeSettingsException("lammps.command is " + command
                        + "; it cannot be started, or" + " did not answer -h within " + PATIENCE.toSeconds() + " s"));
        return parse(help, command);
    }

    static LammpsProgram parse(String help, List<String> command) {
        Matcher version = VERSION.matcher(help);
        Matcher styles = PAIRS.matcher(help);
        Matcher fixes = FIXES.matcher(help);
        if (!version.find() || !styles.find()) {
            throw new CodeSettingsException("lammps.command is " + command
                    + "; asked with -h it does not answer like LAMMPS, but: "
                    + help.strip().lines().findFirst().orElse("nothing"));
        }
        return new LammpsProgram(
                version.group(1).strip(), words(styles.group(1)), fixes.find() ? words(fixes.group(1)) : Set.of());
    }

    private static Set<String> words(String text) {
        return new HashSet<>(List.of(text.strip().split("\\s+")));
    }

    void requirePairStyle(String style, List<String> command) {
        if (!pairStyles.contains(style)) {
            throw new CodeSettingsException("lammps.pair: this LAMMPS (" + String.join(" ", command) + ", " + version
                    + ") has no pair_style " + style + "; `lmp -h` lists those it has");
        }
    }
}
