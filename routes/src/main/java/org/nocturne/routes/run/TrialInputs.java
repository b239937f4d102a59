package org.nocturne.routes.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.CodeSettingsException;
import org.nocturne.core.work.Task;

/**
 * The inputs of a structure of the campaign, written aside and thrown away: a template that names what is not known, an element without a
 * pseudopotential or a cell that the code does not take would otherwise fail every job of the night.
 */
final class TrialInputs {
    private TrialInputs() {}

    /** @throws CodeSettingsException naming the code and what it cannot express */
    static void require(Code code, Task task) {
        try {
            Path aside = Files.createTempDirectory("nocturne-inputs-");
            try {
                code.prepare(task, "trial", aside);
            } finally {
                FolderTree.delete(aside);
            }
        } catch (IllegalArgumentException e) {
            throw new CodeSettingsException(
                    code.method().code() + " cannot be asked about this structure: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("inputs cannot be written for a trial: " + e.getMessage(), e);
        }
    }
}
