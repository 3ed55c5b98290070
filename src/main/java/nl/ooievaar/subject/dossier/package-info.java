/** The record of a visit as one document: what is part of it, and where it stands. */
package nl.ooievaar.subject.dossier;
