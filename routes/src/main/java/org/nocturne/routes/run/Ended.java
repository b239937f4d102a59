package org.nocturne.routes.run;

import org.nocturne.routes.run.CampaignRunner.Ending;

/**
 * That a runner has come to its end.
 *
 * @param why in one line
 */
record Ended(Ending ending, String why) {

    static Ended byAPerson() {
        return new Ended(Ending.STOPPED, "stopped by a person");
    }
}
