/** The directory of parties in production: read from a file, judged by the contract, and brought in whole or not at all. */
package nl.ooievaar.server.directory;
