/**
 * The rules of the prenatal home visit in plain Java: this module decides, it never stores, parses or sends. Here stand
 * only the words every rule shares: a refusal, the reason for it, and the sentences in which it is told.
 */
package nl.ooievaar.subject;
