/** How far two methods are apart: labels of the same structures by two codes. */
@NullMarked
package org.nocturne.learning.audit;

import org.jspecify.annotations.NullMarked;
