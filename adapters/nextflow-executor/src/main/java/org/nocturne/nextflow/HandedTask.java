package org.nocturne.nextflow;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import nextflow.processor.TaskRun;
import nextflow.util.Duration;
import nextflow.util.MemoryUnit;

/**
 * A task as Nocturne is told of it.
 *
 * @param token its work directory's own name: there is no second attempt in the same one
 * @param directives those that Nocturne's launchers understand, absent where the process does not say
 */
record HandedTask(String token, Path workDir, Map<String, Object> directives) {

    static HandedTask of(TaskRun task) {
        Path workDir = task.getWorkDir().toAbsolutePath();
        Map<String, Object> directives = new HashMap<>();
        directives.put("name", task.getName());
        directives.put("process", task.getProcessor().getName());
        directives.put("hash", task.getHashLog());
        directives.put("attempt", task.getConfig().getAttempt());
        directives.put("cpus", task.getConfig().getCpus());
        Duration time = task.getConfig().getTime();
        if (time != null) {
            directives.put("timeMillis", time.toMillis());
        }
        MemoryUnit memory = task.getConfig().getMemory();
        if (memory != null) {
            directives.put("memoryMb", memory.toMega());
        }
        Object queue = task.getConfig().get("queue");
        if (queue != null) {
            directives.put("queue", queue.toString());
        }
        int depth = workDir.getNameCount();
        return new HandedTask("nf-" + workDir.getName(depth - 2) + workDir.getName(depth - 1), workDir, directives);
    }

    Map<String, Object> toMap() {
        Map<String, Object> out = new HashMap<>(directives);
        out.put("token", token);
        out.put("workDir", workDir.toString());
        return out;
    }
}
