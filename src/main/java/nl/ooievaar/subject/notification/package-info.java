/** Telling parties that something changed, became due or ended: which topics there are, and how long it is tried. */
package nl.ooievaar.subject.notification;
