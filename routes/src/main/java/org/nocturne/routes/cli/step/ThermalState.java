package org.nocturne.routes.cli.step;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.stat.descriptive.moment.Mean;
import org.hipparchus.stat.descriptive.moment.Variance;
import org.nocturne.core.crystal.Displacements;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Label;
import org.nocturne.generator.refinement.Displaced;
import org.nocturne.learning.ensemble.Estimate;

/**
 * A set in motion, by the energy of the code alone.
 *
 * @param still the bottoms of its basins against the target, with the patterns of the frames around them
 * @param thermalMevPerAtom U of the frames above the bottom of their basin: mean over structures, its error from the spread between them
 * @param energyVariance variance of U of the cell within a structure, eV^2: mean over structures, its error from the spread between them
 * @param meanSquareAngstrom2 of the displacements from the bottoms
 */
record ThermalState(
        RefineJudgement.State still, Estimate thermalMevPerAtom, Estimate energyVariance, double meanSquareAngstrom2) {

    /**
     * @param bottoms one for each structure, with their energies
     * @param frames of each structure, with their labels
     */
    static ThermalState of(
            String name,
            RefineJudgement judge,
            List<Structure> bottoms,
            double[] bottomsEv,
            List<List<Structure>> frames,
            List<List<Label>> labels) {
        List<List<double[]>> fields = new ArrayList<>();
        double[] above = new double[bottoms.size()];
        double[] variance = new double[bottoms.size()];
        double[] square = new double[bottoms.size()];
        for (int a = 0; a < bottoms.size(); a++) {
            Structure bottom = bottoms.get(a);
            List<double[]> ofOne = frames.get(a).stream()
                    .map(frame -> Displacements.of(bottom, frame))
                    .toList();
            double[] energies =
                    labels.get(a).stream().mapToDouble(Label::energyEv).toArray();
            fields.add(ofOne);
            above[a] = 1000 * (new Mean().evaluate(energies) - bottomsEv[a]) / bottom.size();
            variance[a] = new Variance().evaluate(energies);
            square[a] = ofOne.stream()
                    .mapToDouble(Displacements::meanSquare)
                    .average()
                    .orElseThrow();
        }
        return new ThermalState(
                judge.of(name, bottoms, new Displaced(fields), bottomsEv),
                Estimate.meanOf(above),
                Estimate.meanOf(variance),
                new Mean().evaluate(square));
    }
}
