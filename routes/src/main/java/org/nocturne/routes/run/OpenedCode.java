package org.nocturne.routes.run;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.CodeSettingsException;
import org.nocturne.adapters.CorrectableCode;
import org.nocturne.adapters.script.Codes;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Minimisation;
import org.nocturne.core.work.Task;
import org.nocturne.routes.config.CodeConfig;
import org.nocturne.routes.config.ConfigException;
import org.nocturne.routes.config.ConfigReader;

/** A code that a campaign file names, opened and tried on structures of the campaign before anything is written. */
final class OpenedCode {
    /** What the loop asks of the campaign's own code. */
    private static final List<Class<? extends Task>> LOOP =
            List.of(Task.LabelTask.class, Task.MinimiseTask.class, Task.RelaxTask.class, Task.ReplicaTask.class);

    private OpenedCode() {}

    /**
     * The campaign's own code.
     *
     * @throws ConfigException naming file, line and key, what was found and what is wanted
     */
    static Code own(ConfigReader.Read read, Structure start) {
        return open(
                read,
                "code",
                read.config().code(),
                LOOP,
                "a campaign needs a code that can label, minimise, relax and run replicas",
                List.of(new Task.LabelTask(start), new Task.MinimiseTask(start, Minimisation.TIGHT)));
    }

    /** A second code, which only labels: it is tried on these structures. The exception is that of {@link #own}. */
    static Code second(ConfigReader.Read read, CodeConfig config, List<Structure> structures) {
        return open(
                read,
                "audit.code",
                config,
                List.of(Task.LabelTask.class),
                "a second code must be able to label",
                structures.stream().map(Task.LabelTask::new).toList());
    }

    private static Code open(
            ConfigReader.Read read,
            String key,
            CodeConfig config,
            List<Class<? extends Task>> needed,
            String why,
            List<? extends Task> trials) {
        String place = key + ".name is '" + config.name() + "'";
        Codes codes = Codes.near(read.resolve("."));
        Codes.KnownCode found = codes.find(config.name())
                .orElseThrow(() -> read.problem(key + ".name", place + "; known are " + codes.names()));
        try {
            CorrectableCode code = found.open(config.settings(), read.resolve("."));
            code.requireCorrectable();
            for (Class<? extends Task> task : needed) {
                if (!code.expresses(task)) {
                    throw read.problem(key + ".name", place + ", which has no " + task.getSimpleName() + "; " + why);
                }
            }
            trials.forEach(trial -> TrialInputs.require(code, trial));
            return code;
        } catch (CodeSettingsException e) {
            String message = String.valueOf(e.getMessage());
            Matcher setting = Pattern.compile("^[\\w-]+\\.([\\w-]+)\\b").matcher(message);
            throw setting.find()
                    ? read.problem(key + ".settings." + setting.group(1), key + ".settings: " + message)
                    : read.problem(key + ".name", key + ": " + message);
        }
    }
}
