package org.nocturne.adapters.lammps;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A LAMMPS log as it stands, complete or not.
 *
 * @param token of the run that wrote it; empty where the log does not get as far
 * @param done the last line of the script was reached
 * @param errors lines beginning with ERROR
 * @param tables one for each run and minimisation
 * @param stoppingCriterion of the last minimisation
 */
record LammpsLog(
        Optional<String> token,
        boolean done,
        List<String> errors,
        List<ThermoTable> tables,
        Optional<String> stoppingCriterion) {

    /** Read with a forgiving character set: a log cut by a full disk may end anywhere. */
    static LammpsLog read(Path file) throws IOException {
        Optional<String> token = Optional.empty();
        boolean done = false;
        List<String> errors = new ArrayList<>();
        List<ThermoTable> tables = new ArrayList<>();
        Optional<String> criterion = Optional.empty();
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String text = line.strip();
                boolean inTable =
                        !tables.isEmpty() && !tables.get(tables.size() - 1).isClosed();
                if (text.startsWith(LammpsInput.MARK + " ")) {
                    String[] words = text.split(" ", -1);
                    token = words.length == 3 ? Optional.of(words[1]) : token;
                    done |= words.length == 3 && words[2].equals("DONE");
                } else if (text.startsWith("ERROR")) {
                    errors.add(text);
                } else if (text.startsWith("Step ") && text.contains("PotEng")) {
                    tables.add(new ThermoTable(List.of(text.split("\\s+"))));
                } else if (inTable && text.startsWith("Loop time of")) {
                    tables.get(tables.size() - 1).close();
                } else if (text.startsWith("Stopping criterion =")) {
                    criterion =
                            Optional.of(text.substring(text.indexOf('=') + 1).strip());
                } else if (inTable) {
                    tables.get(tables.size() - 1).offer(text);
                }
            }
        }
        return new LammpsLog(token, done, errors, tables, criterion);
    }
}
