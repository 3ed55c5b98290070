/** Who calls: from the verified token, never from a header or the body. */
package nl.ooievaar.server.identity;
