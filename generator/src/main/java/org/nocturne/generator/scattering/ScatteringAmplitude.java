package org.nocturne.generator.scattering;

import org.nocturne.core.spectrum.Radiation;
import org.nocturne.core.structure.Element;

/** How strongly an atom scatters: electrons for X-rays, fm for neutrons. */
@FunctionalInterface
public interface ScatteringAmplitude {

    /**
     * Amplitude of a free atom at rest.
     *
     * @throws IllegalArgumentException if the table behind it lacks the element; the message names both
     */
    double at(Element element, double qPerAngstrom);

    /** Every atom scatters with 1: the pattern of the bare positions. */
    static ScatteringAmplitude unit() {
        return (element, q) -> 1;
    }

    /** Waasmaier and Kirfel's form factors for X-rays, Sears's lengths for neutrons. */
    static ScatteringAmplitude of(Radiation radiation) {
        return switch (radiation) {
            case XRAY -> WaasmaierKirfel::formFactor;
            case NEUTRON -> (element, q) -> NeutronLengths.coherentFm(element);
        };
    }
}
