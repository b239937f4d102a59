package org.nocturne.generator.scattering;

import org.nocturne.core.structure.Element;

/**
 * Bound coherent neutron scattering lengths of the natural elements, real part (Sears, Neutron News 3(3), 26, 1992). Where a
 * resonance makes the length depend on the wavelength (Cd, Sm, Eu, Gd, Dy) the value is the thermal one.
 */
public final class NeutronLengths {
    private static final ElementTable TABLE =
            new ElementTable("sears-1992.txt", "neutron coherent scattering lengths (Sears 1992)", 1);

    private NeutronLengths() {}

    public static boolean has(Element element) {
        return TABLE.has(element);
    }

    /**
     * Scattering length in fm; negative for a few elements, hydrogen among them.
     *
     * @throws IllegalArgumentException if the table has no such element
     */
    public static double coherentFm(Element element) {
        return TABLE.row(element)[0];
    }
}
