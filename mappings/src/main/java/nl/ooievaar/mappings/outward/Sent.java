package nl.ooievaar.mappings.outward;

import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.ooievaar.mappings.account.Account;

/**
 * What goes out, and what became of every value that a caller had.
 *
 * @param account tells that a marked record exists: for whoever may know
 */
public record Sent(ObjectNode bundle, Account account) {}
