/** The pages of the documentation, held to the code. */
@NullMarked
package org.nocturne.docs;

import org.jspecify.annotations.NullMarked;
