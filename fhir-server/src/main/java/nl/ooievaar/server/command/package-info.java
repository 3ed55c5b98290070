/** What the jar does without a server: commands on files. */
package nl.ooievaar.server.command;
