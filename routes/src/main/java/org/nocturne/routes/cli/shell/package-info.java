/** What makes the command line at home on a machine: completion, manual pages, the schema of campaign files for editors. */
@NullMarked
package org.nocturne.routes.cli.shell;

import org.jspecify.annotations.NullMarked;
