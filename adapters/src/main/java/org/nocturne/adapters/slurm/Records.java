package org.nocturne.adapters.slurm;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.launch.Answer;

/** What is written of jobs that have ended: by the controller as long as it remembers, then in the job completion file, if there is one. */
final class Records {
    private static final long LOOK_BACK_BYTES = 16L << 20;

    private final SlurmPrograms programs;
    private @Nullable Optional<Path> completionFile;

    Records(SlurmPrograms programs) {
        this.programs = programs;
    }

    Optional<EndedJob> find(long id, String name) throws IOException {
        Optional<EndedJob> remembered = programs.run(List.of("scontrol", "-o", "show", "job", String.valueOf(id)))
                .filter(Answer::succeeded)
                .flatMap(answer -> first(answer.out(), id, name));
        return remembered.isPresent() ? remembered : written(id, name);
    }

    private Optional<EndedJob> written(long id, String name) throws IOException {
        Optional<Path> file = completionFile();
        if (file.isEmpty() || !Files.isReadable(file.get())) {
            return Optional.empty();
        }
        try (RandomAccessFile in = new RandomAccessFile(file.get().toFile(), "r")) {
            in.seek(Math.max(0, in.length() - LOOK_BACK_BYTES));
            byte[] end = new byte[(int) (in.length() - in.getFilePointer())];
            in.readFully(end);
            return first(new String(end, StandardCharsets.UTF_8), id, name);
        }
    }

    private static Optional<EndedJob> first(String text, long id, String name) {
        return text.lines()
                .map(line -> EndedJob.parse(line, id, name))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private synchronized Optional<Path> completionFile() throws IOException {
        if (completionFile == null) {
            completionFile = programs.run(List.of("scontrol", "show", "config"))
                    .filter(Answer::succeeded)
                    .flatMap(answer -> completionFile(answer.out()));
        }
        return completionFile;
    }

    /** Of the output of {@code scontrol show config}. */
    static Optional<Path> completionFile(String config) {
        Map<String, String> values = config.lines()
                .filter(line -> line.contains("="))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0].strip(), pair -> pair[1].strip(), (first, second) -> first));
        return "jobcomp/filetxt".equals(values.get("JobCompType"))
                ? Optional.ofNullable(values.get("JobCompLoc")).map(Path::of)
                : Optional.empty();
    }
}
