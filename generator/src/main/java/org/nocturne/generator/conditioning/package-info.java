/** From a measured pattern to what it determines: temperature, strain, scale and background with their full covariance. */
@NullMarked
package org.nocturne.generator.conditioning;

import org.jspecify.annotations.NullMarked;
