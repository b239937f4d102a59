package org.nocturne.core.spectrum;

/** What is scattered, and so which amplitude an atom scatters with. */
public enum Radiation {
    XRAY,
    NEUTRON
}
