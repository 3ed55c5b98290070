/**
 * What identifies a person in Dutch care: the citizen service number, which guards itself against being printed. It is
 * optional everywhere, because a woman may not have one yet.
 */
package nl.ooievaar.subject.person;
