package org.nocturne.routes.cli.bench.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.nocturne.core.format.ExtendedXyzReader;
import org.nocturne.core.format.ExtendedXyzWriter;
import org.nocturne.core.format.LammpsTrajectoryReader;
import org.nocturne.core.format.LammpsTrajectoryWriter;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.structure.Element;

/** A text format of trajectories, written and read frame by frame as campaigns and their tools do. */
enum TrajectoryFormat {
    EXTENDED_XYZ("extxyz", "extxyz") {
        @Override
        void write(XyzFrame frame, int frames, Path file) throws IOException {
            try (ExtendedXyzWriter writer = new ExtendedXyzWriter(file)) {
                for (int k = 0; k < frames; k++) {
                    writer.write(frame);
                }
            }
        }

        @Override
        int read(Path file, Seen seen) throws IOException {
            try (ExtendedXyzReader reader = new ExtendedXyzReader(file)) {
                return all(reader::next, seen);
            }
        }
    },
    LAMMPS_DUMP("LAMMPS dump", "lammps-dump-text") {
        @Override
        void write(XyzFrame frame, int frames, Path file) throws IOException {
            try (LammpsTrajectoryWriter writer = new LammpsTrajectoryWriter(file)) {
                for (int k = 0; k < frames; k++) {
                    writer.write(frame, k);
                }
            }
        }

        @Override
        int read(Path file, Seen seen) throws IOException {
            try (LammpsTrajectoryReader reader = new LammpsTrajectoryReader(file, List.of(Element.SI))) {
                return all(reader::next, seen);
            }
        }
    };

    private final String text;
    private final String ase;

    TrajectoryFormat(String text, String ase) {
        this.text = text;
        this.ase = ase;
    }

    /** Is told of each frame, and keeps none. */
    interface Seen {
        void frame(int number, XyzFrame frame);
    }

    private interface Frames {
        Optional<XyzFrame> next() throws IOException;
    }

    abstract void write(XyzFrame frame, int frames, Path file) throws IOException;

    /** Returns how many frames there were. */
    abstract int read(Path file, Seen seen) throws IOException;

    private static int all(Frames frames, Seen seen) throws IOException {
        int count = 0;
        for (Optional<XyzFrame> frame = frames.next(); frame.isPresent(); frame = frames.next()) {
            seen.frame(count++, frame.get());
        }
        return count;
    }

    /** Its name in the table. */
    String text() {
        return text;
    }

    /** What ASE calls it. */
    String ase() {
        return ase;
    }
}
