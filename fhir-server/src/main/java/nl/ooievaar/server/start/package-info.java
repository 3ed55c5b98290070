/** Start-up: mode, embedded database, master key, clock, and the first lines a newcomer reads. */
package nl.ooievaar.server.start;
