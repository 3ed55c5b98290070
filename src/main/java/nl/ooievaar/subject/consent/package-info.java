/**
 * What a woman's permissions and objections open, to whom, for what and for how long. The same rule is offered in two
 * shapes: a decision about one question, and the rows a store can join; laws in the tests hold the two together.
 */
package nl.ooievaar.subject.consent;
