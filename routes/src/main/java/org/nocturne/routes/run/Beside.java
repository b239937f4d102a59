package org.nocturne.routes.run;

import org.nocturne.learning.store.Store;

/** What goes along with a campaign while its runner leads, and does not hold it up. */
public interface Beside extends AutoCloseable {
    /** Goes along with nothing. */
    Opening NOTHING = (store, folder) -> new Beside() {
        @Override
        public void lives() {
            // nobody is told
        }

        @Override
        public void close() {
            // there is nothing open
        }
    };

    /** Opens it when a runner takes the lead. */
    @FunctionalInterface
    interface Opening {
        Beside open(Store store, CampaignFolder folder);

        /** This and another. */
        default Opening and(Opening other) {
            return (store, folder) -> {
                Beside one = open(store, folder);
                Beside two = other.open(store, folder);
                return new Beside() {
                    @Override
                    public void lives() {
                        one.lives();
                        two.lives();
                    }

                    @Override
                    public void close() {
                        one.close();
                        two.close();
                    }
                };
            };
        }
    }

    /** The loop has been looked at, some times a second: when this stops, it hangs. */
    void lives();

    /** The runner ends; the campaign has ended where its store says so. */
    @Override
    void close();
}
