/** Whether the store of a campaign and the files of its folder are what they say. */
@NullMarked
package org.nocturne.learning.verify;

import org.jspecify.annotations.NullMarked;
