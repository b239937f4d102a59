package org.nocturne.routes.notify;

import java.util.Locale;

/** What a notice is about; all but the digest are the words of {@code notify.tell}. */
public enum Kind {
    START,
    VERDICTS,
    TROUBLE,
    END,
    DIGEST,
    /** Sent by a person to see whether it arrives. */
    TRIAL;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
