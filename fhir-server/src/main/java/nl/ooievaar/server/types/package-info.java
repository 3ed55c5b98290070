/** The resource types this server offers, as the page {@code src/docs/types.md} lists them. */
package nl.ooievaar.server.types;
