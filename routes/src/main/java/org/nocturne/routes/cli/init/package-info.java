/** The command init: a campaign file from what a person has, a structure and a spectrum. */
@NullMarked
package org.nocturne.routes.cli.init;

import org.jspecify.annotations.NullMarked;
