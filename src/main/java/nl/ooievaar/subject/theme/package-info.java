/** The eleven domains in which the findings of a prenatal home visit are ordered (PHB guideline, chapter 8). */
package nl.ooievaar.subject.theme;
