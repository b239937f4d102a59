package org.nocturne.adapters.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.script.ScriptAdapter.Steps;

/** Fills an adapter's templates, writes its inputs, and says what to start. */
record ScriptInputs(ScriptAdapter adapter, ScriptSettings settings, NamedFiles files) {
    /** Which attempt the directory belongs to: most programs would not repeat a token in their output. */
    static final String TOKEN = "token.txt";

    Command write(Steps steps, Map<String, Object> variables, String token, Path workDir) throws IOException {
        variables.putAll(files.variables());
        Map<String, String> inputs = new TreeMap<>(adapter.inputs());
        inputs.putAll(steps.inputs());
        inputs.replaceAll((name, template) -> Templates.fill("inputs." + name, template, variables));
        List<String> arguments = new ArrayList<>(settings.command());
        steps.arguments().forEach(text -> arguments.add(Templates.fill("arguments", text, variables)));
        Map<String, String> environment = new TreeMap<>(adapter.environment());
        environment.putAll(steps.environment());
        environment.replaceAll((name, text) -> Templates.fill("environment." + name, text, variables));
        for (Path old : RunFiles.of(steps, workDir)) {
            Files.deleteIfExists(old); // what an earlier attempt left is never taken for an answer
        }
        for (Map.Entry<String, String> input : inputs.entrySet()) {
            Files.writeString(RunFiles.inside(workDir, input.getKey()), input.getValue());
        }
        files.linkInto(workDir);
        Files.writeString(workDir.resolve(TOKEN), token + "\n");
        return new Command(arguments, environment);
    }
}
