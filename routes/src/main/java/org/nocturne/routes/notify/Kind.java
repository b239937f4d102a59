package org.nocturne.routes.notify;

import java.util.Locale;

/** What a notice is about; the first four are the words of {@code notify.tell}. */
public enum Kind {
    START,
    VERDICTS,
    TROUBLE,
    END,
    DIGEST,
    /** A sign of it. */
    LIFE,
    /** Sent by a person to see whether it arrives. */
    TRIAL;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
