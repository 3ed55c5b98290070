/** The doors: FHIR REST interactions, each through identity, validation, store and gate. HAPI speaks the protocol. */
package nl.ooievaar.server.rest;
