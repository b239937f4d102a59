/** What has become of the ledger from one round to the next, by a stated test. */
@NullMarked
package org.nocturne.learning.trend;

import org.jspecify.annotations.NullMarked;
