/** What a campaign will take: jobs, hours, disk, from what another one has taken. */
@NullMarked
package org.nocturne.routes.forecast;

import org.jspecify.annotations.NullMarked;
