/** What a campaign has made, taken out of its store into files that other programs read. */
@NullMarked
package org.nocturne.learning.export;

import org.jspecify.annotations.NullMarked;
