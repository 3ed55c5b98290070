/** Signatures: those under a signed document that came in, and the seal of this node over what goes out. */
package nl.ooievaar.server.signature;
