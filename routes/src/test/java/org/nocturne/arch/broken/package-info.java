/**
 * A small copy of the house in which each rule is broken by a class that is named after what it does. The classes that only lend
 * themselves as what must not be known end in Class.
 */
package org.nocturne.arch.broken;
