/**
 * What every request must keep before any door looks at it, whoever calls and whatever is asked: method, address, headers, size,
 * time and number.
 */
package nl.ooievaar.server.protocol;
