/** The package as resources: read and search only, straight from the jar. */
package nl.ooievaar.server.conformance;
