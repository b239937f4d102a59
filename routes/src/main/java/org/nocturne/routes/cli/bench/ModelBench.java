package org.nocturne.routes.cli.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.nocturne.adapters.Code;
import org.nocturne.core.port.ForceModel;
import org.nocturne.core.port.Forces;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.generator.neural.ModelFolder;
import org.nocturne.generator.thermal.ThermalProposer;
import org.nocturne.learning.ensemble.Ensemble;
import org.nocturne.learning.ensemble.Estimate;
import org.nocturne.learning.ledger.Judgement;
import org.nocturne.learning.ledger.VarianceLedger;
import org.nocturne.learning.reference.FrozenReference;
import org.nocturne.routes.cli.step.Draws;
import org.nocturne.routes.cli.step.Seeds;
import org.nocturne.routes.cli.step.StepProgress;
import org.nocturne.routes.config.CorrectionConfig;
import org.nocturne.routes.run.CodeForces;

/**
 * A model before its judge: its ensembles at the temperatures of a reference, in the reference's cells, and the controls beside them.
 *
 * @param force of the model
 * @param errors where progress is told
 */
record ModelBench(
        FrozenReference md,
        ModelFolder folder,
        ForceModel force,
        CorrectionConfig how,
        Code code,
        long seed,
        PrintWriter errors) {

    private static final double SAME_CELL = 1e-6;

    /** Draws around the inherent structure of a reference at one temperature, whatever cell the model would have there. */
    static ThermalProposer proposer(FrozenReference md, Kelvin temperature, ModelFolder folder, ForceModel force) {
        Structure inherent = md.inherent(temperature);
        double factor = Math.cbrt(folder.inherentStructure().numberDensity() / inherent.numberDensity());
        return new ThermalProposer(inherent, folder.sites().scaled(factor), force);
    }

    /** So many draws at a temperature, corrected as asked, each with the code's energy. */
    Ensemble drawn(Kelvin temperature, int samples) throws IOException {
        Ensemble drawn = new Ensemble(md.probe(temperature));
        Optional<Code> forces =
                Optional.of(code).filter(c -> how.isOn() && how.forces().equals(CorrectionConfig.CODE));
        Seeds seeds = new Seeds(seed).of(temperature);
        try (Forces energies = energies(temperature);
                Draws draws = Draws.of(proposer(md, temperature, folder, force), folder, how, forces);
                StepProgress progress = new StepProgress("bench " + temperature, samples, errors)) {
            for (int index = 0; index < samples; index++) {
                Draws.Draw one = draws.next(temperature, seeds.generator(index));
                double energy = one.energyEv().orElseGet(() -> energies.at(one.displacementsAngstrom())
                        .energyEv());
                drawn.add(one.structure(), energy);
                progress.step();
            }
        }
        return drawn;
    }

    /** The line on the cell; empty where model and reference have one cell at every temperature, and the same. */
    Optional<Judgement> cell(Kelvin temperature, int samples) {
        Optional<Estimate> strain = md.strain(temperature);
        double mine = 1 / Math.cbrt(folder.inherentStructure().numberDensity());
        double theirs = 1 / Math.cbrt(md.inherent(temperature).numberDensity());
        if (strain.isEmpty() && folder.strain().fixed() && Math.abs(mine / theirs - 1) < SAME_CELL) {
            return Optional.empty();
        }
        return Optional.of(VarianceLedger.cell(
                "proposal",
                temperature,
                new Estimate(
                        mine * folder.strain().factor(temperature),
                        mine * folder.strain().errorAt(temperature)),
                new Estimate(
                        theirs, theirs * strain.map(Estimate::standardError).orElse(0.0)),
                samples,
                md.at(temperature).source()));
    }

    private Forces energies(Kelvin temperature) throws IOException {
        return CodeForces.open(code, md.inherent(temperature), Files.createTempDirectory("nocturne-bench-"));
    }

    /** The controls at a temperature. */
    List<Controls.Control> controls(Kelvin temperature, int samples) throws IOException {
        Kelvin other = md.temperatures().stream()
                .filter(t -> !t.equals(temperature))
                .reduce((a, b) -> b)
                .orElseThrow(() -> new IllegalArgumentException(
                        "--controls rescales frames of another temperature; the reference has " + md.temperatures()));
        ThermalProposer thermal = proposer(md, temperature, folder, force);
        try (Forces energies = energies(temperature);
                StepProgress progress = new StepProgress("controls", 4 * samples, errors)) {
            return new Controls(md.probe(temperature), energies, md.at(temperature), temperature, samples, seed)
                    .run(md.at(other), other, thermal::displacements, progress::step);
        }
    }
}
