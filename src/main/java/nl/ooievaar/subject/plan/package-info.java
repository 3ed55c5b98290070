/** The plan made with her, and who leads it (PHB guideline, steps 3 and 4). */
package nl.ooievaar.subject.plan;
