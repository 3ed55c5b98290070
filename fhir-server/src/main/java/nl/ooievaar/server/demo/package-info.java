/** Invented data of the sandbox: the directory of demo parties and the story of M. */
package nl.ooievaar.server.demo;
