package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.Code;
import org.nocturne.core.crystal.SparseHessian;
import org.nocturne.core.port.HessianSource;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.learning.train.ForceModelTrainer;
import org.nocturne.routes.run.CodeHessian;
import picocli.CommandLine.Option;

/** What is learned of force constants, and the code that is asked for them where a structure has too little symmetry. */
final class ForceConstantOptions {
    @Option(
            names = "--cutoff",
            defaultValue = "3.9",
            paramLabel = "ANGSTROM",
            description = "Of neighbours, between two shells; default ${DEFAULT-VALUE}.")
    double cutoff = 3.9;

    @Option(
            names = "--degree",
            defaultValue = "1",
            paramLabel = "N",
            description = "Highest power of T in the force constants; default ${DEFAULT-VALUE}.")
    private int degree = 1;

    @Option(names = "--code", defaultValue = "lammps", description = "Name of the code; default ${DEFAULT-VALUE}.")
    private String code = "lammps";

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description =
                    "YAML: the settings of the code, or a campaign file that holds them at code.settings; wanted for structures with "
                            + "little symmetry.")
    private @Nullable Path settings;

    /**
     * The trainer for a structure.
     *
     * @param method of the frames; "unstated" where none says
     * @param errors where progress is told
     */
    ForceModelTrainer trainer(InherentStructure inherent, String method, PrintWriter lines, PrintWriter errors) {
        return ForceModelTrainer.of(
                inherent, method, cutoff, degree, (atRest, within) -> atRest(atRest, within, method, lines, errors));
    }

    private SparseHessian atRest(
            Structure structure, double cutoffAngstrom, String method, PrintWriter lines, PrintWriter errors) {
        try {
            HessianSource hessians = new CodeHessian(
                    opened(method),
                    Files.createTempDirectory("nocturne-hessian-"),
                    (done, total) -> probed(errors, done, total));
            SparseHessian bare = hessians.bareHessian(structure, cutoffAngstrom);
            lines.printf(
                    Locale.ROOT,
                    "hessian: %d atoms within %.2f angstrom; %.2f %% of the response lies farther out%n",
                    structure.size(),
                    cutoffAngstrom,
                    100 * bare.beyond());
            return bare;
        } catch (IOException e) {
            throw new UncheckedIOException(settings + ": " + e.getMessage(), e);
        }
    }

    private Code opened(String method) throws IOException {
        if (settings == null) {
            throw new IllegalArgumentException(
                    "the inherent structure has too little symmetry to learn its force constants one by one; wanted is"
                            + " --settings FILE, so that the code can say what they are at rest");
        }
        Code opened = CodeByName.open(code, settings);
        if (!method.equals("unstated") && !method.equals(opened.method().id())) {
            throw new IllegalArgumentException("the frames are of method " + method + ", but " + settings + " is "
                    + opened.method().id() + "; forces of different methods are not mixed");
        }
        return opened;
    }

    private static void probed(PrintWriter errors, int done, int total) {
        if (10 * done / total > 10 * (done - 1) / total) {
            errors.printf(Locale.ROOT, "hessian %d/%d%n", done, total);
            errors.flush();
        }
    }
}
