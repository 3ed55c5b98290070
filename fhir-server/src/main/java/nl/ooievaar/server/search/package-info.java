/** Index values of the declared search parameters, and searches over them through the gate (FHIR R4, search). */
package nl.ooievaar.server.search;
