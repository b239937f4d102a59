package org.nocturne.routes.camel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nocturne.routes.run.Campaign;
import org.nocturne.routes.run.Occasion;

/** Asks what needs a look into the store, when the answer may be another than the last. */
final class AskingOnOccasion implements Asking {
    private final Asking asking;
    private @Nullable Occasion occasion;

    AskingOnOccasion(Asking asking) {
        this.asking = asking;
    }

    @Override
    public Optional<?> next(Campaign campaign) {
        Occasion known = occasion == null ? new Occasion(campaign::changes) : occasion;
        occasion = known;
        if (!known.arises()) {
            return Optional.empty();
        }
        Optional<?> found = asking.next(campaign);
        if (found.isPresent()) {
            known.again();
        }
        return found;
    }
}
