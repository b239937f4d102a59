/** A page on which a campaign is seen as it goes on, served by the process that runs it or by one that only reads its store. */
@NullMarked
package org.nocturne.routes.dashboard;

import org.jspecify.annotations.NullMarked;
