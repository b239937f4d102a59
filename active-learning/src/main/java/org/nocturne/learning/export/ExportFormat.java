package org.nocturne.learning.export;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;

/** What structures can be written as. */
public enum ExportFormat {
    EXTXYZ,
    CIF,
    LAMMPS_DUMP,
    ASE,
    PARQUET,
    NPZ;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How a file of it usually ends. */
    public String ending() {
        return switch (this) {
            case ASE -> "json";
            case LAMMPS_DUMP -> "dump";
            case EXTXYZ, CIF, PARQUET, NPZ -> word();
        };
    }

    /** Opens a file of it. */
    public FrameSink open(Path file, Clock clock) throws IOException {
        return switch (this) {
            case EXTXYZ -> new ExtendedXyzSink(file);
            case CIF -> new CifSink(file);
            case LAMMPS_DUMP -> new LammpsDumpSink(file);
            case ASE -> new AseDatabaseSink(file, clock);
            case PARQUET -> new ParquetSink(file);
            case NPZ -> new NumpySink(file);
        };
    }
}
