/** What follows when a pregnancy ends: the birth and its children, what goes to a child's dossier, and records that are of one woman. */
package nl.ooievaar.server.birth;
