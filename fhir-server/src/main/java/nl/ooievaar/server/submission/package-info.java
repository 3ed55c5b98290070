/** What a client submits: read strictly from the bytes, entry by entry, before anything is parsed leniently. */
package nl.ooievaar.server.submission;
