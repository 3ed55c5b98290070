/** The gate: what may leave, decided inside the query, from grants compiled of consents. */
package nl.ooievaar.server.gate;
