/** The clocks of the care process: what is due when, in Dutch days (PHB guideline, 7.1 and step 6). */
package nl.ooievaar.subject.clock;
