/** What runs in the JVM that trains: the only package that loads libtorch. Nobody else may call it but by its main class. */
@NullMarked
package org.nocturne.learning.train.torch;

import org.jspecify.annotations.NullMarked;
