package org.nocturne.adapters.script;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.KnownFailure;
import org.nocturne.core.work.Cause;

/**
 * An adapter as its YAML file says it. Texts with braces are templates; see {@link Templates}.
 *
 * @param name by which campaign files call it
 * @param about one line for a person
 * @param version how the program is asked for its version
 * @param settings what a campaign file may set, by name; {@code command} must be one of them
 * @param files names of settings whose values are files: they are found, linked into the work directory, and their hashes belong to the method
 * @param search folders in which files are looked for after the one of the campaign
 * @param potential template: which potential or functional labels are of
 * @param cell which structures it takes
 * @param environment of the process, for every task
 * @param inputs templates of files by name, for every task; a task's own of the same name goes before
 * @param tasks by name
 * @param batch how many structures go into one run; absent where a run is one structure
 * @param nextflow where the command is nextflow: which settings name the pipeline, so that it can be read before it is run
 * @param failures what its messages mean and what may help; the first that is found wins
 * @param sample on what it can be proved without anything from its user
 */
record ScriptAdapter(
        String name,
        String about,
        Version version,
        Map<String, Setting> settings,
        List<String> files,
        List<String> search,
        String potential,
        CellKind cell,
        Map<String, String> environment,
        Map<String, String> inputs,
        Map<TaskKind, Steps> tasks,
        @Nullable Batch batch,
        @Nullable Pipeline nextflow,
        List<KnownFailure> failures,
        @Nullable SampleText sample) {

    ScriptAdapter {
        settings = settings == null ? Map.of() : Map.copyOf(settings);
        files = files == null ? List.of() : List.copyOf(files);
        search = search == null ? List.of() : List.copyOf(search);
        environment = environment == null ? Map.of() : Map.copyOf(environment);
        inputs = inputs == null ? Map.of() : Map.copyOf(inputs);
        tasks = tasks == null ? Map.of() : Map.copyOf(tasks);
        failures = failures == null ? List.of() : List.copyOf(failures);
    }

    static final String COMMAND = "command";

    /** What an adapter may be asked for. */
    enum TaskKind {
        @JsonProperty("label")
        LABEL,
        @JsonProperty("minimise")
        MINIMISE,
        @JsonProperty("relax")
        RELAX,
        @JsonProperty("replica")
        REPLICA;

        /** Whether atoms get velocities: then {@link Steps#motion} says where the answers stand. */
        boolean moves() {
            return this == RELAX || this == REPLICA;
        }

        /** As in the file, and the variable {@code task} of templates. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which structures a code takes. */
    enum CellKind {
        @JsonProperty("none")
        NONE,
        @JsonProperty("periodic")
        PERIODIC,
        @JsonProperty("any")
        ANY
    }

    /**
     * How the program is asked for its version.
     *
     * @param arguments after the command
     * @param inputs files by name that it wants before it says anything
     * @param pattern whose first group is the version
     */
    record Version(List<String> arguments, Map<String, String> inputs, String pattern) {
        Version {
            inputs = inputs == null ? Map.of() : Map.copyOf(inputs);
            arguments = arguments == null ? List.of() : List.copyOf(arguments);
        }
    }

    /**
     * A setting of the campaign file.
     *
     * @param ifAbsent its default; null where it must be given
     * @param aid whether it only helps the program to its numbers and does not change them: then it is no part of the method
     */
    record Setting(@JsonProperty("default") @Nullable Object ifAbsent, String about, boolean aid) {}

    /**
     * Many structures in one run.
     *
     * @param size the most of one run; 100 unless said
     * @param structures name of the file that holds them, extended XYZ
     * @param id key of its comment lines under which each says which it is; id unless said
     */
    record Batch(int size, String structures, String id) {
        private static final int MANY = 100;

        Batch {
            size = size == 0 ? MANY : size;
            id = id == null ? "id" : id;
        }
    }

    /**
     * Names of the settings that say which pipeline is run.
     *
     * @param script the setting that names the script, one of the files
     * @param profile the setting for what stands after -profile; absent where there is none
     * @param config the setting that names configuration files given by -c, one of the files; absent where there is none
     */
    record Pipeline(
            String script,
            @Nullable String profile,
            @Nullable String config) {}

    /**
     * How a task is done.
     *
     * @param arguments templates, after the command
     * @param inputs templates of files by name
     * @param environment of the process
     * @param requires what must stand in the output, or it is not that of a whole run
     * @param results where the numbers of one structure stand
     * @param frames where those of a batch stand
     * @param motion where those of molecular dynamics stand; one of the three is there
     */
    record Steps(
            List<String> arguments,
            Map<String, String> inputs,
            Map<String, String> environment,
            List<Requirement> requires,
            @Nullable Results results,
            @Nullable Frames frames,
            @Nullable Motion motion) {
        Steps {
            arguments = arguments == null ? List.of() : List.copyOf(arguments);
            inputs = inputs == null ? Map.of() : Map.copyOf(inputs);
            environment = environment == null ? Map.of() : Map.copyOf(environment);
            requires = requires == null ? List.of() : List.copyOf(requires);
        }

        /** Whether many structures are done in one run. */
        boolean isOfBatch() {
            return frames != null || motion != null && motion.isOfBatch();
        }
    }

    /** @param otherwise the cause where it is not there; UNREADABLE_OUTPUT unless said */
    record Requirement(
            String file, String pattern, @Nullable Cause otherwise) {

        Cause cause() {
            return otherwise == null ? Cause.UNREADABLE_OUTPUT : otherwise;
        }
    }

    /**
     * Where the numbers stand.
     *
     * @param positions of a minimised structure
     * @param stress nine numbers in three rows; absent where the code gives none
     */
    record Results(
            Number energy,
            Rows forces,
            @Nullable Rows positions,
            @Nullable Rows stress) {}

    /**
     * Answers as extended XYZ, in eV, angstrom and eV/angstrom.
     *
     * @param files name of the file, or a pattern of names such as {@code published/*.extxyz}
     * @param energy key of the comment line; energy unless said
     * @param forces column; forces unless said
     * @param stress key of the comment line, six numbers xx yy zz yz xz xy or nine, tension positive; absent where there is none
     */
    record Frames(
            String files,
            String energy,
            String forces,
            @Nullable String stress) {
        Frames {
            energy = energy == null ? "energy" : energy;
            forces = forces == null ? "forces" : forces;
        }
    }

    /** Each match of a pattern, whose groups are an energy and a temperature in kelvin. */
    record Series(String file, String pattern, Unit unit) {}

    /** The last match of a pattern, whose first group is the number. */
    record Number(String file, String pattern, Unit unit) {}

    /**
     * A block of rows of three numbers: after the last line with {@code after}, from the first line that {@code rows} matches, one line for
     * each atom in their order.
     *
     * @param after pattern; from the beginning of the file where absent
     * @param rows pattern with three groups
     * @param negative whether the signs are the other way round, as of a gradient
     */
    record Rows(String file, @Nullable String after, String rows, Unit unit, boolean negative) {}
}
