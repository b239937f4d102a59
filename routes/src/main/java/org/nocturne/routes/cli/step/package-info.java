/** Single steps of the loop as commands: useful by hand and in scripts, without a campaign. */
@NullMarked
package org.nocturne.routes.cli.step;

import org.jspecify.annotations.NullMarked;
