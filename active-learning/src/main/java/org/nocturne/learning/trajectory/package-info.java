/** Trajectories that people have: what they can teach and judge, and what not, told in plain words. */
@NullMarked
package org.nocturne.learning.trajectory;

import org.jspecify.annotations.NullMarked;
