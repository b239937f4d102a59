package org.nocturne.routes.notify;

import java.util.Optional;

/** What one channel has to tell, one notice after the other. */
public interface NoticeSource {

    /** The oldest notice that has not been told by this channel; the same one until it has. */
    Optional<Notice> next();

    /** It has arrived, as far as the channel knows. */
    void told(Notice notice);

    /** It has not, for all repetitions. */
    void failed(Notice notice, Throwable why);
}
