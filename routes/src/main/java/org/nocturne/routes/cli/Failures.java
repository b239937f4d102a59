package org.nocturne.routes.cli;

import org.nocturne.adapters.CodeSettingsException;
import org.nocturne.core.format.FormatException;
import org.nocturne.generator.neural.ModelException;
import org.nocturne.learning.files.ChangedFileException;
import org.nocturne.learning.store.StoreException;
import org.nocturne.learning.train.TrainingException;
import org.nocturne.learning.train.TrainingStoppedException;
import org.nocturne.routes.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** One line for what a person can repair, a stack trace only for what they cannot; and the exit code of each. */
final class Failures implements CommandLine.IExecutionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    @Override
    public int handleExecutionException(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        int code = codeOf(e);
        command.getErr().println("nocturne: " + e.getMessage());
        if (code == ExitCode.FAULT) {
            LOG.error("this should not have happened; please report it with these lines", e);
        }
        return code;
    }

    private static int codeOf(Exception e) {
        if (e instanceof StoreException) {
            return ExitCode.IN_USE;
        }
        if (e instanceof TrainingStoppedException) {
            return ExitCode.STOPPED;
        }
        if (e instanceof TrainingException) {
            return ExitCode.CAMPAIGN_FAILED;
        }
        boolean input = e instanceof ConfigException
                || e instanceof FormatException
                || e instanceof CodeSettingsException
                || e instanceof ModelException
                || e instanceof ChangedFileException
                || e instanceof IllegalArgumentException;
        return input ? ExitCode.BAD_INPUT : ExitCode.FAULT;
    }
}
