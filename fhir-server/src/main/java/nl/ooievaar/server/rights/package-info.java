/** Her rights: taking back a consent, a statement of her own, all that is hers, destruction, and records that were never hers. */
package nl.ooievaar.server.rights;
