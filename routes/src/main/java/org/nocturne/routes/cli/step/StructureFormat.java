package org.nocturne.routes.cli.step;

/** How structures are written in a file. */
enum StructureFormat {
    EXTXYZ,
    LAMMPS_DATA
}
