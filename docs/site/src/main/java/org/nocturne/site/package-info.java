/** The documentation as HTML, and whether it holds together. */
@NullMarked
package org.nocturne.site;

import org.jspecify.annotations.NullMarked;
