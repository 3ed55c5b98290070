package nl.ooievaar.mappings.dossier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.ooievaar.mappings.account.Account;

/** What came out, and what became of every value that went in. */
public record Mapped(ObjectNode result, Account account) {}
