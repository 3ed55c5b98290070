/** The end of a pregnancy and what comes after it: births, and which of them belong together. */
package nl.ooievaar.subject.birth;
