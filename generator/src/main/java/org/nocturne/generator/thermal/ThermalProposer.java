package org.nocturne.generator.thermal;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.nocturne.core.crystal.Crystal;
import org.nocturne.core.crystal.LocalEnvironments;
import org.nocturne.core.crystal.SiteTable;
import org.nocturne.core.port.ForceModel;
import org.nocturne.core.port.Proposer;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;

/**
 * Proposes x = X + u with u drawn from the Gaussian of the effective force constants at T: u = sqrt(kB T) H_T^(-1/2) z (classical
 * nuclei; West and Estreicher, Phys. Rev. Lett. 96, 115504 (2006), for the sampling, Hellman, Abrikosov and Simak, Phys. Rev. B 84,
 * 180301 (2011), for the constants). The modes of a temperature are kept once computed. Safe for several threads.
 */
public final class ThermalProposer implements Proposer {
    private final Crystal crystal;
    private final LocalEnvironments environments;
    private final ForceModel model;
    private final Map<Kelvin, BlochModes> modes = new HashMap<>();

    /** @throws IllegalArgumentException if an atom of the structure sits on no site that the model knows */
    public ThermalProposer(Structure inherent, SiteTable sites, ForceModel model) {
        this.crystal = Crystal.of(inherent);
        this.environments = LocalEnvironments.of(inherent, sites);
        this.model = model;
    }

    @Override
    public Structure propose(Kelvin temperature, RandomGenerator random) {
        return crystal.structure().displaced(displacements(temperature, random));
    }

    /** 3N displacements in angstrom, centre of mass at rest. */
    public double[] displacements(Kelvin temperature, RandomGenerator random) {
        BlochModes filter = modes(temperature);
        double[] z = new double[3 * crystal.structure().size()];
        for (int k = 0; k < z.length; k++) {
            z[k] = random.nextGaussian();
        }
        double[] u = filter.filter(z);
        double width = Math.sqrt(temperature.energyEv());
        for (int k = 0; k < u.length; k++) {
            u[k] *= width;
        }
        return u;
    }

    /** The modes at a temperature.
     *
     * @throws UnstableForceConstantsException if the model's constants are not stable there
     */
    public synchronized BlochModes modes(Kelvin temperature) {
        return modes.computeIfAbsent(
                temperature, t -> new BlochModes(ForceConstants.of(crystal, model, environments, t)));
    }
}
