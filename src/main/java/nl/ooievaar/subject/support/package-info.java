/**
 * Decision support that never decides: which entry criteria of an intervention are met by what is known, which are not and
 * what is missing, in words to talk about (PHB guideline, 4.2, 5.2 and 7.1 d). Nothing here is stored, counted or marked.
 */
package nl.ooievaar.subject.support;
