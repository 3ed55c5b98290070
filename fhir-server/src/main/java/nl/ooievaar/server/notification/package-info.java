/**
 * Subscriptions and what leaves by them. The gate decides at delivery, the access log has it before it leaves, and what leaves
 * names records and carries none (decision 0020).
 */
package nl.ooievaar.server.notification;
