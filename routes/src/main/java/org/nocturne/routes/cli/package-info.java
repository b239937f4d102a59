/** The command line. */
@NullMarked
package org.nocturne.routes.cli;

import org.jspecify.annotations.NullMarked;
