/** The commands about the versions of a campaign's model. */
@NullMarked
package org.nocturne.routes.cli.model;

import org.jspecify.annotations.NullMarked;
