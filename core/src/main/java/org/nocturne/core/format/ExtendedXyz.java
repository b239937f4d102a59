package org.nocturne.core.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whole extended XYZ files at once; for long ones use {@link ExtendedXyzReader} and {@link ExtendedXyzWriter}. */
public final class ExtendedXyz {
    private ExtendedXyz() {}

    /**
     * All frames of a file.
     *
     * @throws FormatException naming file and line
     */
    public static List<XyzFrame> read(Path file) throws IOException {
        List<XyzFrame> frames = new ArrayList<>();
        try (ExtendedXyzReader reader = new ExtendedXyzReader(file)) {
            for (Optional<XyzFrame> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                frames.add(frame.get());
            }
        }
        return frames;
    }

    /**
     * The only or first frame.
     *
     * @throws FormatException if there is none
     */
    public static XyzFrame readFirst(Path file) throws IOException {
        try (ExtendedXyzReader reader = new ExtendedXyzReader(file)) {
            return reader.next().orElseThrow(() -> new FormatException(file, "holds no frame"));
        }
    }

    /** Replaces the file. */
    public static void write(List<XyzFrame> frames, Path file) throws IOException {
        try (ExtendedXyzWriter writer = new ExtendedXyzWriter(file)) {
            for (XyzFrame frame : frames) {
                writer.write(frame);
            }
        }
    }
}
