/** The variance ledger: generated spread against the spread of MD, with intervals and verdicts. */
@NullMarked
package org.nocturne.learning.ledger;

import org.jspecify.annotations.NullMarked;
