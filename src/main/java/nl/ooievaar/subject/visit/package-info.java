/** What happens in a visit: contacts and appointments, the time they took, and findings in versions (PHB guideline, step 3). */
package nl.ooievaar.subject.visit;
