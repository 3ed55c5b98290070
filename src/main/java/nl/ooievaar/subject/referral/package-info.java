/**
 * The loop from referral to handled: the four routes, who may move a task from which state to which, what the requester
 * learns of it, the window in which a referral makes sense, and the clock of five Dutch working days.
 */
package nl.ooievaar.subject.referral;
