/** The files through which a runner and the JVM that trains for it understand each other, all in one work directory. */
@NullMarked
package org.nocturne.learning.train.job;

import org.jspecify.annotations.NullMarked;
