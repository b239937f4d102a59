package org.nocturne.adapters.watch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;

/**
 * What lies in a work directory at one moment. Two of them are equal as long as nothing there has been written.
 *
 * @param bytes of all files together
 * @param times of all last changes, added up; a file that is written over in place changes no more than this
 * @param newest name of the file that was changed last; empty where there is none
 */
public record Output(long bytes, long files, long times, String newest) {
    private static final int DEEPEST = 8;
    /** Beyond so many files the rest is not looked at: a look must stay cheap. */
    private static final int MOST_FILES = 5000;

    /** Links are not followed: what they lead to is not of this run. */
    public static Output in(Path workDir) throws IOException {
        Count count = new Count(workDir);
        if (Files.isDirectory(workDir)) {
            Files.walkFileTree(workDir, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEEPEST, count);
        }
        return new Output(count.bytes, count.files, count.times, count.newest);
    }

    private static final class Count extends SimpleFileVisitor<Path> {
        private final Path dir;
        private long bytes;
        private long files;
        private long times;
        private long last = Long.MIN_VALUE;
        private String newest = "";

        Count(Path dir) {
            this.dir = dir;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            long changed = attributes.lastModifiedTime().toMillis();
            bytes += attributes.size();
            times += changed;
            files++;
            if (changed > last) {
                last = changed;
                newest = dir.relativize(file).toString();
            }
            return files < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        /** It was there a moment ago: programs remove files of theirs. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @org.jspecify.annotations.Nullable IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }
}
