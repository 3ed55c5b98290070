/** Makes the site of the contract, at build time: nothing here runs in the server, which only hands out the files. */
package nl.ooievaar.publish;
