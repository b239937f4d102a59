package org.nocturne.generator.thermal;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.nocturne.core.crystal.Crystal;
import org.nocturne.core.crystal.LocalEnvironments;
import org.nocturne.core.crystal.SiteTable;
import org.nocturne.core.port.ForceModel;
import org.nocturne.core.port.Forces;
import org.nocturne.core.port.Proposer;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;

/**
 * Proposes x = X + u with u drawn from the Gaussian of the effective force constants at T: u = sqrt(kB T) H_T^(-1/2) z (classical
 * nuclei; West and Estreicher, Phys. Rev. Lett. 96, 115504 (2006), for the sampling, Hellman, Abrikosov and Simak, Phys. Rev. B 84,
 * 180301 (2011), for the constants). The modes of a temperature are kept once computed. Safe for several threads.
 */
public final class ThermalProposer implements Proposer {
    /** Force constants of a model are taken to end within this many cut-offs: one for each layer of a network, with its mirror. */
    private static final int REACH_IN_CUTOFFS = 2;

    /** A structure without translations is diagonalised as a whole up to so many atoms, which takes seconds. */
    private static final int MOST_DENSE = 200;

    private final Crystal crystal;
    private final Crystal probed;
    private final SiteTable sites;
    private final LocalEnvironments environments;
    private final ForceModel model;
    private final Map<Kelvin, HarmonicModes> modes = new HashMap<>();

    /** @throws IllegalArgumentException if an atom of the structure sits on no site that the model knows */
    public ThermalProposer(Structure inherent, SiteTable sites, ForceModel model) {
        this.crystal = Crystal.of(inherent);
        this.sites = sites;
        this.probed = smallerCell(crystal, 2 * REACH_IN_CUTOFFS * sites.cutoffAngstrom());
        this.environments = LocalEnvironments.of(probed.structure(), sites);
        this.model = model;
    }

    /** The crystal in a cell just large enough to hold the force constants, or the crystal itself where that is no larger. */
    private static Crystal smallerCell(Crystal crystal, double widthAngstrom) {
        Structure primitive = crystal.primitiveCell();
        int[] times = new int[3];
        for (int k = 0; k < 3; k++) {
            times[k] = (int) Math.ceil(widthAngstrom / primitive.cell().height(k)) + 1;
        }
        if (crystal.copies() == 1 || (long) times[0] * times[1] * times[2] >= crystal.copies()) {
            return crystal;
        }
        Crystal small = Crystal.of(primitive.repeated(times[0], times[1], times[2]));
        return small.sites() == crystal.sites() ? small : crystal;
    }

    /** The inherent structure around which is proposed. */
    public Structure inherent() {
        return crystal.structure();
    }

    /** Forces of a network in this structure at a temperature, for a correction. Closing them closes the network. */
    public Forces forcesOf(ForceModel network, Kelvin temperature) {
        LocalEnvironments whole = probed == crystal ? environments : LocalEnvironments.of(crystal.structure(), sites);
        return new ModelForces(network, whole, temperature);
    }

    @Override
    public Structure propose(Kelvin temperature, RandomGenerator random) {
        return crystal.structure().displaced(displacements(temperature, random));
    }

    /** 3N displacements in angstrom, centre of mass at rest. */
    public double[] displacements(Kelvin temperature, RandomGenerator random) {
        return modes(temperature).noise(temperature, random);
    }

    /** The modes at a temperature.
     *
     * @throws UnstableForceConstantsException if the model's constants are not stable there
     */
    public synchronized HarmonicModes modes(Kelvin temperature) {
        return modes.computeIfAbsent(temperature, this::modesAt);
    }

    private HarmonicModes modesAt(Kelvin temperature) {
        if (crystal.copies() == 1 && crystal.sites() > MOST_DENSE) {
            // a force linear within the cut-off reaches no farther; atoms moved together must share no neighbour
            double cutoff = sites.cutoffAngstrom();
            return new KrylovModes(HessianProbe.of(
                    crystal.structure(), forcesOf(model, temperature), cutoff, 2 * cutoff, (done, total) -> {}));
        }
        return new BlochModes(constants(temperature));
    }

    private ForceConstants constants(Kelvin temperature) {
        ForceConstants found = ForceConstants.of(probed, model, environments, temperature);
        return probed == crystal ? found : found.onto(crystal);
    }

    /** Closes the model. */
    @Override
    public void close() {
        model.close();
    }
}
