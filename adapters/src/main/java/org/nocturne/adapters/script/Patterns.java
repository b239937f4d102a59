package org.nocturne.adapters.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The regular expressions of an adapter; they are looked for within lines. */
final class Patterns {
    private Patterns() {}

    /** @throws IllegalArgumentException naming the first pattern that is none, or has too few groups */
    static void check(ScriptAdapter adapter) {
        compile(adapter.version().pattern(), 1);
        for (ScriptAdapter.Steps steps : adapter.tasks().values()) {
            steps.requires().forEach(r -> compile(r.pattern(), 0));
            if (steps.results() != null) {
                check(steps.results());
            }
            if (steps.motion() != null) {
                check(steps.motion());
            }
        }
    }

    private static void check(ScriptAdapter.Results results) {
        compile(results.energy().pattern(), 1);
        for (ScriptAdapter.Rows rows : blocks(results)) {
            compile(rows.rows(), 3);
            if (rows.after() != null) {
                compile(rows.after(), 0);
            }
        }
    }

    private static void check(Motion motion) {
        compile(motion.series().pattern(), 2);
        if (motion.before() != null) {
            compile(motion.before().pattern(), 1);
        }
    }

    static List<ScriptAdapter.Rows> blocks(ScriptAdapter.Results results) {
        List<ScriptAdapter.Rows> out = new ArrayList<>();
        for (ScriptAdapter.@Nullable Rows rows :
                new ScriptAdapter.@Nullable Rows[] {results.forces(), results.positions(), results.stress()}) {
            if (rows != null) {
                out.add(rows);
            }
        }
        return out;
    }

    static Pattern compile(String text, int groups) {
        try {
            Pattern pattern = Pattern.compile(text);
            int found = pattern.matcher("").groupCount();
            if (found < groups) {
                throw new IllegalArgumentException(
                        "the pattern '" + text + "' has " + found + " groups in round brackets; wanted are " + groups);
            }
            return pattern;
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("the pattern '" + text + "' is none: " + e.getDescription(), e);
        }
    }
}
