/** Records as something a person can read: documents with a generated narrative, and the same as a page. */
package nl.ooievaar.server.document;
