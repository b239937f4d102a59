/** The campaign file: YAML read into records, with errors that name file, line and key. */
@NullMarked
package org.nocturne.routes.config;

import org.jspecify.annotations.NullMarked;
