/** The store: files, versions, index values and business keys, written by Hibernate in batches. */
package nl.ooievaar.server.store;
