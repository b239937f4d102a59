/** What is shown of a campaign while it goes on, and where. */
@NullMarked
package org.nocturne.routes.cli.watch;

import org.jspecify.annotations.NullMarked;
