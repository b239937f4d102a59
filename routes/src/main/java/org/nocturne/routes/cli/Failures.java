package org.nocturne.routes.cli;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.nocturne.adapters.CodeSettingsException;
import org.nocturne.core.format.FormatException;
import org.nocturne.core.port.ForcesException;
import org.nocturne.generator.neural.ModelException;
import org.nocturne.generator.thermal.UnstableForceConstantsException;
import org.nocturne.learning.files.ChangedFileException;
import org.nocturne.learning.store.StoreException;
import org.nocturne.learning.train.TrainingException;
import org.nocturne.learning.train.TrainingStoppedException;
import org.nocturne.routes.config.ConfigException;
import org.nocturne.routes.run.DiskFull;
import org.nocturne.routes.run.OtherRunnerException;
import org.nocturne.routes.run.StoreLostException;
import org.nocturne.routes.run.TornStoreException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** One line for what a person can repair, a stack trace only for what they cannot; and the exit code of each. */
final class Failures implements CommandLine.IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        Optional<FileSystemException> file = fileOf(e);
        int code = file.isPresent() && !DiskFull.isBehind(e) ? ExitCode.BAD_INPUT : codeOf(e);
        command.getErr().println("nocturne: " + file.map(Failures::told).orElse(e.getMessage()));
        if (code == ExitCode.FAULT) {
            // Asked for here and not before: with a logger of its own the class would have every command start Log4j.
            LoggerFactory.getLogger(Failures.class)
                    .error("this should not have happened; please report it with these lines", e);
        }
        return code;
    }

    /** What the file system said no to. */
    private static Optional<FileSystemException> fileOf(Exception e) {
        Throwable said = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
        return said instanceof FileSystemException file ? Optional.of(file) : Optional.empty();
    }

    /** Java's own message of these is the name of the file alone. */
    private static String told(FileSystemException e) {
        if (e instanceof NoSuchFileException) {
            return e.getFile() + ": there is no such file";
        }
        if (e instanceof AccessDeniedException) {
            return e.getFile() + ": may not be opened by this user";
        }
        if (e instanceof FileAlreadyExistsException) {
            return e.getFile() + ": is there already, and in the way of a file or folder to be made";
        }
        return String.valueOf(e.getMessage());
    }

    private static int codeOf(Exception e) {
        boolean lost = e instanceof StoreLostException store && store.isForWantOfRoom();
        if (lost || DiskFull.isBehind(e)) {
            return ExitCode.NO_ROOM;
        }
        if (e instanceof TornStoreException) {
            return ExitCode.TORN;
        }
        if (e instanceof StoreException || e instanceof OtherRunnerException) {
            return ExitCode.IN_USE;
        }
        if (e instanceof TrainingStoppedException) {
            return ExitCode.STOPPED;
        }
        if (e instanceof TrainingException || e instanceof ForcesException) {
            return ExitCode.CAMPAIGN_FAILED;
        }
        boolean input = e instanceof ConfigException
                || e instanceof FormatException
                || e instanceof CodeSettingsException
                || e instanceof ModelException
                || e instanceof UnstableForceConstantsException
                || e instanceof ChangedFileException
                || e instanceof IllegalArgumentException;
        return input ? ExitCode.BAD_INPUT : ExitCode.FAULT;
    }
}
