/**
 * What is told back to a signaller or coordinating obstetric provider: agreements and next steps, derived from the
 * findings and never the findings themselves (PHB guideline, step 5).
 */
package nl.ooievaar.subject.feedback;
