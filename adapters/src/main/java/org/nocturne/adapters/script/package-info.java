/** Codes without Java: an adapter is one YAML file with templates for the inputs and patterns for the numbers. */
@NullMarked
package org.nocturne.adapters.script;

import org.jspecify.annotations.NullMarked;
