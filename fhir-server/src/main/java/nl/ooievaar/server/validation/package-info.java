/** Judges what is written, from the bytes that were sent; not ready means refused, never waved through. */
package nl.ooievaar.server.validation;
