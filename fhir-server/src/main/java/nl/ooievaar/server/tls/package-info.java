/** TLS of this node: its own certificate, whose certificates it trusts, revocation, and what a Dutch certificate tells. */
package nl.ooievaar.server.tls;
