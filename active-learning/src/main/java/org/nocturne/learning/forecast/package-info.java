/** What a campaign will take: jobs, hours, disk, from what another one has taken. */
@NullMarked
package org.nocturne.learning.forecast;

import org.jspecify.annotations.NullMarked;
