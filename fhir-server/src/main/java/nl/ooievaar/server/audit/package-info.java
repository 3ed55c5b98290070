/** The audit trail: on record before it leaves (NEN 7513). */
package nl.ooievaar.server.audit;
