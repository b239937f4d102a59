/** What may know what: the rules of the rooms, and classes that break each of them. */
package org.nocturne.arch;
