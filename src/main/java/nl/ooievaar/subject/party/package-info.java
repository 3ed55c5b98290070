/**
 * Who takes part: a party is an organisation together with one of its services, because teams under one roof are
 * strangers to each other's files. What kind of organisation it is decides whether it may handle citizen service numbers.
 */
package nl.ooievaar.subject.party;
