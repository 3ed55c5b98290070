/** Runs the entry criteria of the package over what a caller may see. It reads through the gate, writes nothing and calls nobody. */
package nl.ooievaar.server.support;
