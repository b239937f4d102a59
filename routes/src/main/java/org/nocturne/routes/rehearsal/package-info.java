/** Runs a campaign small, with the site's own codes, before the person goes home. */
@NullMarked
package org.nocturne.routes.rehearsal;

import org.jspecify.annotations.NullMarked;
