package org.nocturne.learning.ledger;

import java.util.List;
import org.nocturne.learning.ensemble.Estimate;
import org.nocturne.learning.ensemble.Families;
import org.nocturne.learning.ensemble.LiquidConfiguration;
import org.nocturne.learning.ensemble.LiquidProbe;

/** Whether configurations of a liquid or glass have forgotten each other: the atoms of one have left the places that they have in every other. */
final class DiffusionComparison {
    private DiffusionComparison() {}

    /**
     * Share of configurations to which another is nearer than two distances of neighbours, root mean square over atoms. The error is that of
     * such a share, at least what a share at the edge of the band has.
     */
    static Comparison of(LiquidProbe probe, List<LiquidConfiguration> generated) {
        long near = generated.stream()
                .filter(one -> generated.stream().anyMatch(other -> other != one && probe.isNear(one, other)))
                .count();
        return of(near, generated.size());
    }

    /** The same where the families are known already, which are made of those that are so near. */
    static Comparison of(Families<?> families) {
        int all = families.members().size();
        long alone = families.groups().stream().filter(f -> f.size() == 1).count();
        return of(all - alone, all);
    }

    private static Comparison of(double near, double size) {
        double share = near / size;
        double edge = Quantity.DIFFUSION.bandHigh();
        double error = Math.sqrt(Math.max(share * (1 - share), edge * (1 - edge)) / size);
        return new Comparison(Quantity.DIFFUSION, new Estimate(share, error), 0);
    }
}
