/**
 * Emergency access: named classes of data about one person, opened for a short time without a consent, on a legal basis and
 * with a reason, and never over an objection. The reading of the law is ours and needs a lawyer's confirmation.
 */
package nl.ooievaar.subject.emergency;
