package org.nocturne.generator.thermal;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.nocturne.core.crystal.Crystal;
import org.nocturne.core.crystal.LocalEnvironments;
import org.nocturne.core.crystal.SiteTable;
import org.nocturne.core.crystal.SparseHessian;
import org.nocturne.core.model.ThermalStrain;
import org.nocturne.core.port.ForceModel;
import org.nocturne.core.port.Forces;
import org.nocturne.core.port.Proposer;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;

/**
 * Proposes x = X + u with u drawn from the Gaussian of the effective force constants at T: u = sqrt(kB T) H_T^(-1/2) z for classical
 * nuclei, and with the widths of quantum oscillators where asked to (West and Estreicher, Phys. Rev. Lett. 96, 115504 (2006), for the sampling, Hellman, Abrikosov and Simak, Phys. Rev. B 84,
 * 180301 (2011), for the constants). The modes of a temperature are kept once computed. Safe for several threads.
 */
public final class ThermalProposer implements Proposer {
    /** Force constants of a model are taken to end within this many cut-offs: one for each layer of a network, with its mirror. */
    private static final int REACH_IN_CUTOFFS = 2;

    /** Blocks of so many atoms at most are diagonalised, which takes seconds: of a primitive cell, or of a structure without translations as a whole. */
    private static final int MOST_DENSE = 200;

    private final Structure given;
    private final SiteTable sites;
    private final ForceModel model;
    private final ThermalStrain strain;
    private final Nuclei nuclei;
    private final Map<Double, Surroundings> surroundings = new HashMap<>();
    private final Map<Kelvin, HarmonicModes> modes = new HashMap<>();
    private final Map<Kelvin, QuantumNoise> quantum = new HashMap<>();

    /** The crystal in one cell, and where the model is asked for its force constants. */
    private record Surroundings(Crystal crystal, Crystal probed, LocalEnvironments environments) {}

    /** In the same cell at every temperature.
     *
     * @throws IllegalArgumentException if an atom of the structure sits on no site that the model knows
     */
    public ThermalProposer(Structure inherent, SiteTable sites, ForceModel model) {
        this(inherent, sites, model, ThermalStrain.NONE);
        around(1);
    }

    /** Of classical nuclei, in the mean cell of each temperature. */
    public ThermalProposer(Structure inherent, SiteTable sites, ForceModel model, ThermalStrain strain) {
        this(inherent, sites, model, strain, Nuclei.CLASSICAL);
    }

    /**
     * In the mean cell of each temperature.
     *
     * @param inherent in the cell against which {@code strain} is told
     * @param sites of the same cell
     */
    public ThermalProposer(Structure inherent, SiteTable sites, ForceModel model, ThermalStrain strain, Nuclei nuclei) {
        this.given = inherent;
        this.sites = sites;
        this.model = model;
        this.strain = strain;
        this.nuclei = nuclei;
    }

    private synchronized Surroundings around(double factor) {
        return surroundings.computeIfAbsent(factor, f -> {
            Crystal crystal = Crystal.of(f == 1 ? given : given.scaled(f));
            Crystal probed = smallerCell(crystal, 2 * REACH_IN_CUTOFFS * f * sites.cutoffAngstrom());
            return new Surroundings(crystal, probed, LocalEnvironments.of(probed.structure(), sites, f));
        });
    }

    private Surroundings at(Kelvin temperature) {
        return around(strain.factor(temperature));
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

    /** The inherent structure around which is proposed at a temperature, in the cell of that temperature. */
    public Structure inherent(Kelvin temperature) {
        return at(temperature).crystal().structure();
    }

    /** Forces of a network in this structure at a temperature, for a correction. Closing them closes the network. */
    public Forces forcesOf(ForceModel network, Kelvin temperature) {
        Surroundings here = at(temperature);
        LocalEnvironments whole = here.probed() == here.crystal()
                ? here.environments()
                : LocalEnvironments.of(here.crystal().structure(), sites, strain.factor(temperature));
        return new ModelForces(network, whole, temperature);
    }

    @Override
    public Structure propose(Kelvin temperature, RandomGenerator random) {
        return inherent(temperature).displaced(displacements(temperature, random));
    }

    /** 3N displacements in angstrom, centre of mass at rest. */
    public double[] displacements(Kelvin temperature, RandomGenerator random) {
        return nuclei == Nuclei.QUANTUM
                ? quantum(temperature).draw(random)
                : modes(temperature).noise(temperature, random);
    }

    /** Mean square displacement of an atom in the force constants, square angstrom; an estimate where there is no symmetry. */
    public double meanSquare(Kelvin temperature) {
        return nuclei == Nuclei.QUANTUM
                ? quantum(temperature).meanSquare()
                : temperature.energyEv() * modes(temperature).traceOfInverse() / given.size();
    }

    private synchronized QuantumNoise quantum(Kelvin temperature) {
        return quantum.computeIfAbsent(
                temperature,
                t -> diagonalises(t) ? QuantumNoise.of(constants(t), t) : QuantumNoise.of(sparseConstants(t), t));
    }

    /** The modes at a temperature.
     *
     * @throws UnstableForceConstantsException if the model's constants are not stable there
     */
    public synchronized HarmonicModes modes(Kelvin temperature) {
        return modes.computeIfAbsent(temperature, this::modesAt);
    }

    private HarmonicModes modesAt(Kelvin temperature) {
        return diagonalises(temperature)
                ? new BlochModes(constants(temperature))
                : new KrylovModes(sparseConstants(temperature));
    }

    private boolean diagonalises(Kelvin temperature) {
        return at(temperature).crystal().sites() <= MOST_DENSE;
    }

    private SparseHessian sparseConstants(Kelvin temperature) {
        // a force linear within the cut-off reaches no farther; atoms moved together must share no neighbour
        double cutoff = sites.cutoffAngstrom() * strain.factor(temperature);
        return HessianProbe.of(
                inherent(temperature), forcesOf(model, temperature), cutoff, 2 * cutoff, (done, total) -> {});
    }

    private ForceConstants constants(Kelvin temperature) {
        Surroundings here = at(temperature);
        ForceConstants found = ForceConstants.of(here.probed(), model, here.environments(), temperature);
        return here.probed() == here.crystal() ? found : found.onto(here.crystal());
    }

    /** Closes the model. */
    @Override
    public void close() {
        model.close();
    }
}
