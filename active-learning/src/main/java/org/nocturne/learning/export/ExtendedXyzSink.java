package org.nocturne.learning.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nocturne.core.format.ExtendedXyzWriter;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.format.XyzValue;

/** Extended XYZ: what the frame's file says, and beside it what the store says. */
final class ExtendedXyzSink implements FrameSink {
    private final ExtendedXyzWriter writer;

    ExtendedXyzSink(Path file) throws IOException {
        writer = new ExtendedXyzWriter(file);
    }

    @Override
    public void add(ExportedFrame it) throws IOException {
        Map<String, XyzValue> info = new LinkedHashMap<>(it.frame().info());
        info.put("kind", new XyzValue.Text(it.kind().word()));
        info.put("subject", new XyzValue.Text(it.subject()));
        info.put("role", new XyzValue.Text(it.role()));
        info.put("ordinal", new XyzValue.Whole(it.ordinal()));
        info.put("temperature", new XyzValue.Real(it.temperature().value()));
        if (it.round() != null) {
            info.put("round", new XyzValue.Whole(it.round()));
        }
        if (it.state() != null) {
            info.put("state", new XyzValue.Text(it.state()));
        }
        if (it.method() != null) {
            info.put("method", new XyzValue.Text(it.method()));
        }
        if (it.energyEv() != null) {
            info.put("energy", new XyzValue.Real(it.energyEv()));
        }
        writer.write(new XyzFrame(it.frame().structure(), info, it.frame().arrays()));
    }

    @Override
    public void finish() throws IOException {
        writer.close();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
