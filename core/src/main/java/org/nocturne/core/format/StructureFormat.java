package org.nocturne.core.format;

import java.nio.file.Path;
import java.util.Locale;

/** How structures are written in a file. */
public enum StructureFormat {
    EXTXYZ,
    LAMMPS_DATA,
    CIF,
    POSCAR;

    /** In words, for people who name a file. */
    public static final String ALL =
            "extended XYZ, CIF (.cif), POSCAR (POSCAR, CONTCAR, .vasp, .poscar) or LAMMPS data (.data, .lammps, .lammps-data)";

    /** The format from the file's name; extended XYZ where it says nothing. */
    public static StructureFormat of(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".data") || name.endsWith(".lammps") || name.endsWith(".lammps-data")) {
            return LAMMPS_DATA;
        }
        if (name.endsWith(".cif")) {
            return CIF;
        }
        boolean vasp = name.startsWith("poscar") || name.startsWith("contcar");
        boolean xyz = name.endsWith("xyz");
        return vasp && !xyz || name.endsWith(".vasp") || name.endsWith(".poscar") ? POSCAR : EXTXYZ;
    }
}
