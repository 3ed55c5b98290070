/** How the woman may be reached: decides by which way a message may go to her, and sends none. */
package nl.ooievaar.subject.contact;
