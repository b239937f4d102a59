package org.nocturne.learning.loop;

import java.nio.file.Path;
import org.nocturne.core.crystal.Crystal;
import org.nocturne.core.crystal.Displacements;
import org.nocturne.core.crystal.LocalEnvironments;
import org.nocturne.core.crystal.SiteAssignment;
import org.nocturne.core.crystal.SiteTable;
import org.nocturne.core.crystal.Sites;
import org.nocturne.core.port.ForceModel;
import org.nocturne.core.port.ModelRuntime;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Frame;

/** By how much a version misses the forces of labelled frames: its network where it has one, else its force constants. */
final class ForceMisses implements AutoCloseable {
    private final Structure inherent;
    private final Sites sites;
    private final LocalEnvironments environments;
    private final ForceModel model;

    ForceMisses(ModelRuntime runtime, Path folder, Structure inherent, double cutoffAngstrom) {
        this.inherent = inherent;
        sites = new Sites(inherent);
        environments =
                LocalEnvironments.of(inherent, SiteTable.of(Crystal.of(inherent).primitiveCell(), cutoffAngstrom));
        model = runtime.openNetwork(folder).orElseGet(() -> runtime.open(folder));
    }

    /** Length of the difference of forces on each atom, in the order of the frame, eV/angstrom. */
    double[] of(Frame frame) {
        SiteAssignment standing = sites.assign(frame.structure());
        double[] displacements = Displacements.of(inherent, standing.bySite(frame.structure()));
        double[] learned = model.forces(environments, displacements, frame.temperature());
        double[] labelled = frame.label().forcesEvPerAngstrom();
        int[] siteOf = standing.siteOf();
        double[] out = new double[siteOf.length];
        for (int atom = 0; atom < out.length; atom++) {
            double square = 0;
            for (int k = 0; k < 3; k++) {
                double d = learned[3 * siteOf[atom] + k] - labelled[3 * atom + k];
                square += d * d;
            }
            out[atom] = Math.sqrt(square);
        }
        return out;
    }

    @Override
    public void close() {
        model.close();
    }
}
