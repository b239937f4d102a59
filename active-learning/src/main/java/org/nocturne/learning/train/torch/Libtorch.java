package org.nocturne.learning.train.torch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;

/** The libraries of libtorch, which whoever needs them first unpacks for all. */
final class Libtorch {
    private static final String LOCK = "loading.lock";

    private Libtorch() {}

    /**
     * Loads them. Of several JVMs that begin at once on a new machine one unpacks and the others wait: a library that another is still writing ends the
     * JVM that loads it.
     */
    static synchronized void load() {
        try {
            Path lock = Loader.getCacheDir().toPath().resolve(LOCK);
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                if (held.isValid()) {
                    Loader.load(torch.class);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("libtorch could not be unpacked: " + e.getMessage(), e);
        }
    }
}
