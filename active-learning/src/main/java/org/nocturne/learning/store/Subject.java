package org.nocturne.learning.store;

import java.util.Locale;

/** What a job is about. */
public record Subject(Kind kind, int id) {
    public enum Kind {
        BASIN,
        REPLICA,
        CANDIDATE,
        SPECIMEN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Subject candidate(int id) {
        return new Subject(Kind.CANDIDATE, id);
    }

    public static Subject replica(int id) {
        return new Subject(Kind.REPLICA, id);
    }

    public static Subject basin(int id) {
        return new Subject(Kind.BASIN, id);
    }

    public static Subject specimen(int id) {
        return new Subject(Kind.SPECIMEN, id);
    }

    static Subject of(String kind, int id) {
        return new Subject(Kind.valueOf(kind.toUpperCase(Locale.ROOT)), id);
    }

    /** "c0147", "r0003", "b0001", "s0002": the name in logs and folders. */
    public String name() {
        return String.format(Locale.ROOT, "%c%04d", kind.word().charAt(0), id);
    }
}
