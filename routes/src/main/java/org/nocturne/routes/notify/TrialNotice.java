package org.nocturne.routes.notify;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One notice that a person sends to see whether it arrives. */
final class TrialNotice implements NoticeSource {
    private final Notice notice;
    private final CompletableFuture<Optional<Throwable>> answer = new CompletableFuture<>();

    TrialNotice(Notice notice) {
        this.notice = notice;
    }

    @Override
    public Optional<Notice> next() {
        return answer.isDone() ? Optional.empty() : Optional.of(notice);
    }

    @Override
    public void told(Notice told) {
        answer.complete(Optional.empty());
    }

    @Override
    public void failed(Notice untold, Throwable why) {
        answer.complete(Optional.of(why));
    }

    /** Why it did not arrive; empty where it did. */
    Optional<String> await(Duration patience) {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS).map(Reason::of);
        } catch (TimeoutException e) {
            return Optional.of("no answer within " + patience.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }
}
