/** The record as a thing that is kept: how long it must be, and what she may put beside it (BW 7:454, 7:455). */
package nl.ooievaar.subject.record;
