/** When to retrain: Quartz, with its jobs in the same database. */
@NullMarked
package org.nocturne.learning.schedule;

import org.jspecify.annotations.NullMarked;
