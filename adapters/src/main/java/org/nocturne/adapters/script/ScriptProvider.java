package org.nocturne.adapters.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.CodeProvider;
import org.nocturne.adapters.CodeSettingsException;
import org.nocturne.adapters.FailureKnowledge;
import org.nocturne.adapters.ProofSample;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.adapters.nextflow.NextflowJvm;
import org.nocturne.adapters.nextflow.PipelineAnswer;
import org.nocturne.core.work.Method;

/** A code that an adapter file describes. */
final class ScriptProvider implements CodeProvider {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AdapterFile file;
    /** A corrected attempt opens the code again; the program is still the same. */
    private final Map<List<String>, Optional<String>> answers = new ConcurrentHashMap<>();

    private final Map<List<?>, PipelineAnswer> pipelines = new ConcurrentHashMap<>();

    ScriptProvider(AdapterFile file) {
        this.file = file;
    }

    @Override
    public String name() {
        return file.adapter().name();
    }

    @Override
    public String about() {
        return file.adapter().about();
    }

    @Override
    public String program() {
        Object command = Objects.requireNonNull(file.adapter().settings().get(ScriptAdapter.COMMAND))
                .ifAbsent();
        return command instanceof List<?> words && !words.isEmpty()
                ? String.valueOf(words.get(0))
                : String.valueOf(command);
    }

    @Override
    public Optional<ProofSample> sample() {
        return Optional.ofNullable(file.adapter().sample()).map(SampleText::read);
    }

    @Override
    public Code open(Map<String, Object> settings, Path campaignDir) {
        ScriptAdapter adapter = file.adapter();
        ScriptSettings read = ScriptSettings.of(adapter, settings);
        NamedFiles files = NamedFiles.of(adapter, read.values(), campaignDir);
        if (adapter.nextflow() != null) {
            requirePipeline(adapter.nextflow(), read, files);
        }
        String potential = potential(read) + files.inWords(adapter);
        Method method = new Method(
                adapter.name(),
                version(read.command()),
                potential,
                read.inWords(adapter) + "adapter sha256:" + file.fingerprint());
        return new ScriptCode(new ScriptInputs(adapter, read, files), method, failures(campaignDir));
    }

    @Override
    public FailureKnowledge failures(Path campaignDir) {
        return FailureKnowledge.of(name(), file.adapter().failures(), campaignDir);
    }

    @Override
    public Map<String, Object> defaults() {
        Map<String, Object> out = new HashMap<>();
        file.adapter().settings().forEach((name, setting) -> {
            if (setting.ifAbsent() != null) {
                out.put(name, setting.ifAbsent());
            }
        });
        return out;
    }

    @Override
    public List<String> fileSettings() {
        return file.adapter().files();
    }

    @Override
    public boolean keepsMethod(String setting, Object before, Object after) {
        return Objects.requireNonNull(file.adapter().settings().get(setting)).aid();
    }

    /** Read in the engine's own JVM, and not run: what is wrong with it is told before anything starts. */
    private void requirePipeline(ScriptAdapter.Pipeline pipeline, ScriptSettings settings, NamedFiles files) {
        Path script = files.of(pipeline.script()).get(0);
        String profiles = pipeline.profile() == null
                ? ""
                : String.valueOf(settings.values().get(pipeline.profile()));
        List<Path> configs = pipeline.config() == null ? List.of() : files.of(pipeline.config());
        List<String> problems = pipelines
                .computeIfAbsent(
                        List.of(script, profiles, configs),
                        key -> PipelineAnswer.of(NextflowJvm.ofThisOne(), script, profiles, configs))
                .problems();
        if (!problems.isEmpty()) {
            String more = problems.size() > 1 ? " (and " + (problems.size() - 1) + " more)" : "";
            throw new CodeSettingsException(name() + "." + pipeline.script() + ": " + problems.get(0) + more);
        }
    }

    private String potential(ScriptSettings settings) {
        try {
            return Templates.fill("potential", file.adapter().potential(), Variables.of(settings.values()));
        } catch (IllegalArgumentException e) {
            throw new CodeSettingsException(file.origin() + ": " + e.getMessage());
        }
    }

    private String version(List<String> command) {
        String place = name() + ".command is " + command;
        if (command.isEmpty() || Programs.find(command.get(0)).isEmpty()) {
            throw new CodeSettingsException(
                    place + "; there is no such program on the PATH: install it, or name where it is");
        }
        List<String> question = new ArrayList<>(command);
        question.addAll(file.adapter().version().arguments());
        String answer = answers.computeIfAbsent(question, this::ask)
                .orElseThrow(() -> new CodeSettingsException(
                        place + "; asked for its version it gave no answer within " + PATIENCE.toSeconds() + " s"));
        Matcher version =
                Patterns.compile(file.adapter().version().pattern(), 1).matcher(answer);
        if (!version.find()) {
            throw new CodeSettingsException(place + "; asked for its version it answers nothing like '"
                    + file.adapter().version().pattern() + "', but: "
                    + answer.strip().lines().findFirst().orElse("nothing"));
        }
        return version.group(1);
    }

    /** In a directory of its own: some programs leave a file behind even when they are asked for no more than this. */
    private Optional<String> ask(List<String> question) {
        try {
            Path aside = Files.createTempDirectory("nocturne-version-");
            try {
                for (Map.Entry<String, String> input :
                        file.adapter().version().inputs().entrySet()) {
                    Files.writeString(RunFiles.inside(aside, input.getKey()), input.getValue());
                }
                return Programs.ask(question, aside, PATIENCE);
            } finally {
                try (Stream<Path> left = Files.walk(aside)) {
                    for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                        Files.deleteIfExists(path);
                    }
                }
            }
        } catch (IOException e) {
            throw new CodeSettingsException("no directory to ask for a version in: " + e.getMessage());
        }
    }
}
