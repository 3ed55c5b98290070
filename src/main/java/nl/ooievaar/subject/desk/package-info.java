/**
 * The right desk: which desk of the youth health care service serves a municipality on a day, what is wrong with a table that
 * says so, and what a referral to another desk is told.
 */
package nl.ooievaar.subject.desk;
