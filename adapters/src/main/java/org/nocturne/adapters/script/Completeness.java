package org.nocturne.adapters.script;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an adapter must say. It is asked for after unknown keys, or a misspelt key would be reported as a missing one. */
final class Completeness {
    private Completeness() {}

    /** @throws IllegalArgumentException naming the first key that is missing */
    static void check(ScriptAdapter adapter) {
        require(adapter.name(), "name");
        require(adapter.about(), "about");
        require(adapter.version(), "version");
        require(adapter.version().pattern(), "version.pattern");
        require(adapter.potential(), "potential");
        require(adapter.cell(), "cell");
        if (!adapter.settings().containsKey(ScriptAdapter.COMMAND)) {
            throw new IllegalArgumentException(
                    "settings has no command; wanted is command: {default: [...], about: ...}");
        }
        adapter.settings().forEach((name, setting) -> require(setting.about(), "settings." + name + ".about"));
        for (String file : adapter.files()) {
            if (!adapter.settings().containsKey(file)) {
                throw new IllegalArgumentException(
                        "files names the setting " + file + ", which is not among the settings");
            }
        }
        if (adapter.sample() != null) {
            adapter.sample().read();
        }
        for (Map.Entry<ScriptAdapter.TaskKind, ScriptAdapter.Steps> task :
                adapter.tasks().entrySet()) {
            task(task.getKey(), task.getValue(), adapter.batch());
        }
        if (adapter.batch() != null) {
            batch(adapter.batch());
        }
        if (adapter.nextflow() != null) {
            pipeline(adapter, adapter.nextflow());
        }
        if (!adapter.tasks().containsKey(ScriptAdapter.TaskKind.LABEL)) {
            throw new IllegalArgumentException(
                    "tasks has no label; an adapter that gives no energy and forces is of no use");
        }
    }

    private static void batch(ScriptAdapter.Batch batch) {
        require(batch.structures(), "batch.structures");
        if (batch.size() < 1) {
            throw new IllegalArgumentException("batch.size is " + batch.size() + "; wanted is at least 1");
        }
        if (!batch.id().matches("[A-Za-z_]\\w*")) {
            throw new IllegalArgumentException(
                    "batch.id is '" + batch.id() + "'; wanted is a key of letters, digits and _");
        }
    }

    private static void pipeline(ScriptAdapter adapter, ScriptAdapter.Pipeline pipeline) {
        require(pipeline.script(), "nextflow.script");
        for (@Nullable String file : new @Nullable String[] {pipeline.script(), pipeline.config()}) {
            if (file != null && !adapter.files().contains(file)) {
                throw new IllegalArgumentException("nextflow names the setting " + file
                        + ", which is not among files; wanted is files: [" + file + "]");
            }
        }
        if (pipeline.profile() != null && !adapter.settings().containsKey(pipeline.profile())) {
            throw new IllegalArgumentException(
                    "nextflow names the setting " + pipeline.profile() + ", which is not among the settings");
        }
    }

    private static void task(
            ScriptAdapter.TaskKind kind, ScriptAdapter.Steps steps, ScriptAdapter.@Nullable Batch batch) {
        String above = "tasks." + kind.word();
        for (ScriptAdapter.Requirement wanted : steps.requires()) {
            require(wanted.file(), above + ".requires: file");
            require(wanted.pattern(), above + ".requires: pattern");
        }
        if (kind.moves()) {
            motion(above, kind, steps, batch);
            return;
        }
        if (steps.motion() != null) {
            throw new IllegalArgumentException(above + " has motion, which is of relax and replica; wanted is results");
        }
        if (steps.frames() != null) {
            frames(above, steps, batch);
            return;
        }
        ScriptAdapter.Results results = steps.results();
        if (results == null) {
            throw new IllegalArgumentException(above + ".results is missing; or, for many structures in a run, frames");
        }
        number(results.energy(), above + ".results.energy");
        require(results.forces(), above + ".results.forces");
        if (kind == ScriptAdapter.TaskKind.MINIMISE) {
            require(results.positions(), above + ".results.positions");
        }
        for (ScriptAdapter.Rows rows : Patterns.blocks(results)) {
            require(rows.file(), above + ".results: file of a block of rows");
            require(rows.rows(), above + ".results: rows");
            require(rows.unit(), above + ".results: unit of a block of rows");
        }
    }

    private static void motion(
            String above, ScriptAdapter.TaskKind kind, ScriptAdapter.Steps steps, ScriptAdapter.@Nullable Batch batch) {
        if (steps.results() != null || steps.frames() != null) {
            throw new IllegalArgumentException(above + " has results or frames; wanted of it is motion");
        }
        Motion motion = steps.motion();
        if (motion == null) {
            throw new IllegalArgumentException(above + ".motion is missing");
        }
        require(motion.frames(), above + ".motion.frames");
        require(motion.series(), above + ".motion.series");
        require(motion.series().file(), above + ".motion.series.file");
        require(motion.series().pattern(), above + ".motion.series.pattern");
        require(motion.series().unit(), above + ".motion.series.unit");
        if (kind == ScriptAdapter.TaskKind.RELAX) {
            require(motion.inherent(), above + ".motion.inherent");
            number(motion.before(), above + ".motion.before");
        }
        if (motion.isOfBatch()) {
            motionOfBatch(above, motion, batch);
        }
    }

    private static void motionOfBatch(String above, Motion motion, ScriptAdapter.@Nullable Batch batch) {
        String id = Motion.ID;
        if (batch == null) {
            throw new IllegalArgumentException(above + ".motion.frames is '" + motion.frames() + "' with " + id
                    + ", and there is no batch; wanted is batch: {structures: FILE.extxyz}");
        }
        for (String file : MotionOutput.files(motion)) {
            if (!file.contains(id)) {
                throw new IllegalArgumentException(above + ".motion names the file '" + file
                        + "' for all structures of a batch; wanted is one of each, with " + id + " in its name");
            }
        }
    }

    private static void number(ScriptAdapter.@Nullable Number number, String what) {
        require(number, what);
        require(Objects.requireNonNull(number).file(), what + ".file");
        require(number.pattern(), what + ".pattern");
        require(number.unit(), what + ".unit");
    }

    private static void frames(String above, ScriptAdapter.Steps steps, ScriptAdapter.@Nullable Batch batch) {
        require(Objects.requireNonNull(steps.frames()).files(), above + ".frames.files");
        if (steps.results() != null) {
            throw new IllegalArgumentException(above + " has results and frames; wanted is one of them");
        }
        if (batch == null) {
            throw new IllegalArgumentException(
                    above + " has frames, and there is no batch; wanted is batch: {structures: FILE.extxyz}");
        }
    }

    private static void require(@Nullable Object value, String what) {
        if (value == null) {
            throw new IllegalArgumentException(Objects.requireNonNull(what) + " is missing");
        }
    }
}
