/** The one memory of a campaign: jobs, frames, labels, models, events. The only place with JDBC. */
@NullMarked
package org.nocturne.learning.store;

import org.jspecify.annotations.NullMarked;
