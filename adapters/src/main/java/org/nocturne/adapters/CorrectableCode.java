package org.nocturne.adapters;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.core.port.Forces;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Correction;
import org.nocturne.core.work.Corrections;
import org.nocturne.core.work.Method;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Task;

/**
 * A code that can be opened again with other settings, whichever it is. The method of a corrected attempt is that of the others as long as
 * only settings were changed that do not change the numbers; otherwise it is another one, and its labels are not mixed with theirs.
 */
public final class CorrectableCode implements Code {
    private final CodeProvider provider;
    private final Map<String, Object> settings;
    private final Path campaignDir;
    private final Code code;
    private final Map<Map<String, Object>, Code> corrected = new ConcurrentHashMap<>();

    /** @throws CodeSettingsException as {@link CodeProvider#open} does */
    public CorrectableCode(CodeProvider provider, Map<String, Object> settings, Path campaignDir) {
        this.provider = provider;
        this.settings = settings;
        this.campaignDir = campaignDir;
        this.code = provider.open(settings, campaignDir);
    }

    /**
     * Makes every correction that is known once, so that none is found wrong in the middle of a night.
     *
     * @throws CodeSettingsException naming the correction that the code does not understand
     */
    public void requireCorrectable() {
        for (Correction correction : provider.failures(campaignDir).corrections()) {
            try {
                corrected(Corrections.NONE.and(correction));
            } catch (IllegalArgumentException e) {
                throw new CodeSettingsException("the correction '" + correction.inWords() + "' of " + provider.name()
                        + " cannot be made: " + e.getMessage() + "; mend "
                        + FailureKnowledge.siteFile(provider.name(), campaignDir)
                        + " or the adapter");
            }
        }
    }

    @Override
    public Code corrected(Corrections corrections) {
        if (!corrections.changesSettings()) {
            return this;
        }
        Map<String, Object> wanted = corrections.applied(settings, provider.defaults());
        return corrected.computeIfAbsent(wanted, this::reopened);
    }

    private Code reopened(Map<String, Object> wanted) {
        Code opened;
        try {
            opened = provider.open(wanted, campaignDir);
        } catch (CodeSettingsException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
        }
        return new Corrected(opened, keepsMethod(wanted) ? method() : opened.method());
    }

    private boolean keepsMethod(Map<String, Object> wanted) {
        return wanted.entrySet().stream().allMatch(entry -> {
            Object before = settings.containsKey(entry.getKey())
                    ? settings.get(entry.getKey())
                    : provider.defaults().get(entry.getKey());
            return entry.getValue().equals(before)
                    || before != null && provider.keepsMethod(entry.getKey(), before, entry.getValue());
        });
    }

    @Override
    public Method method() {
        return code.method();
    }

    @Override
    public boolean expresses(Class<? extends Task> task) {
        return code.expresses(task);
    }

    @Override
    public Command prepare(Task task, String token, Path workDir) throws IOException {
        return code.prepare(task, token, workDir);
    }

    @Override
    public Outcome read(Task task, String token, Path workDir, Finished run) {
        return code.read(task, token, workDir, run);
    }

    @Override
    public OptionalDouble progress(Task task, String token, Path workDir) throws IOException {
        return code.progress(task, token, workDir);
    }

    @Override
    public Optional<BatchRuns> batches() {
        return code.batches();
    }

    @Override
    public Optional<Forces> forces(Structure around, Path workDir, Duration patience) throws IOException {
        return code.forces(around, workDir, patience);
    }

    /** One with other settings, under the method that its labels have. */
    private record Corrected(Code code, Method method) implements Code {
        @Override
        public boolean expresses(Class<? extends Task> task) {
            return code.expresses(task);
        }

        @Override
        public Optional<BatchRuns> batches() {
            return code.batches();
        }

        @Override
        public Command prepare(Task task, String token, Path workDir) throws IOException {
            return code.prepare(task, token, workDir);
        }

        @Override
        public Outcome read(Task task, String token, Path workDir, Finished run) {
            return code.read(task, token, workDir, run);
        }

        @Override
        public OptionalDouble progress(Task task, String token, Path workDir) throws IOException {
            return code.progress(task, token, workDir);
        }
    }
}
