package nl.ooievaar.server.store;

/**
 * The version of the profile package that accepts what is written now; kept with every stored version.
 *
 * @param value semantic version, as in the package
 */
public record PackageVersion(String value) {}
