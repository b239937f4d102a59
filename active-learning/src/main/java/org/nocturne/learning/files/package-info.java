/** Files of a campaign, written whole or not at all and known by their hash. */
@NullMarked
package org.nocturne.learning.files;

import org.jspecify.annotations.NullMarked;
