package org.nocturne.routes.cli.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.nocturne.adapters.Code;
import org.nocturne.core.port.Forces;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.generator.neural.ModelFolder;
import org.nocturne.generator.thermal.ThermalProposer;
import org.nocturne.learning.ensemble.Ensemble;
import org.nocturne.learning.reference.FrozenReference;
import org.nocturne.routes.cli.step.Draws;
import org.nocturne.routes.cli.step.StepProgress;
import org.nocturne.routes.config.CorrectionConfig;

/**
 * A model before its judge: its ensembles at the temperatures of a reference, and the controls beside them.
 *
 * @param energies of the code, for what was drawn without one
 * @param errors where progress is told
 */
record ModelBench(
        FrozenReference md,
        ModelFolder folder,
        ThermalProposer thermal,
        Forces energies,
        CorrectionConfig how,
        Code code,
        long seed,
        PrintWriter errors) {

    /** So many draws at a temperature, corrected as asked, each with the code's energy. */
    Ensemble drawn(Kelvin temperature, int samples) {
        Ensemble drawn = new Ensemble(md.probe());
        Optional<Code> forces =
                Optional.of(code).filter(c -> how.isOn() && how.forces().equals(CorrectionConfig.CODE));
        try (Draws draws = Draws.of(thermal, folder, how, forces);
                StepProgress progress = new StepProgress("bench " + temperature, samples, errors)) {
            for (int index = 0; index < samples; index++) {
                Draws.Draw one = draws.next(temperature, Generators.random(seed, index));
                double energy = one.energyEv().orElseGet(() -> energies.at(one.displacementsAngstrom())
                        .energyEv());
                drawn.add(one.structure(), energy);
                progress.step();
            }
        }
        return drawn;
    }

    /** The controls at a temperature. */
    List<Controls.Control> controls(Kelvin temperature, int samples) {
        Kelvin other = md.temperatures().stream()
                .filter(t -> !t.equals(temperature))
                .reduce((a, b) -> b)
                .orElseThrow(() -> new IllegalArgumentException(
                        "--controls rescales frames of another temperature; the reference has " + md.temperatures()));
        try (StepProgress progress = new StepProgress("controls", 4 * samples, errors)) {
            return new Controls(md.probe(), energies, md.at(temperature), temperature, samples, seed)
                    .run(md.at(other), other, thermal::displacements, progress::step);
        }
    }
}
