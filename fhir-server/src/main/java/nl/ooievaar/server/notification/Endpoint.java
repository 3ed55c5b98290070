package nl.ooievaar.server.notification;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where notifications go: an https address without user, query or fragment, for those are places to keep secrets and end up in
 * logs. Its host must be one that the directory has for the organisation that asks.
 */
record Endpoint(URI address) {
    private static final int LONGEST = 500;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{8,}");

    /**
     * @param plain whether http is fine too on this machine itself, as in a sandbox
     * @return empty for what is no such address
     */
    static Optional<Endpoint> of(String text, boolean plain) {
        try {
            URI uri = new URI(text);
            boolean form = text.length() <= LONGEST
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawPath() != null
                    // A person's number has no place in an address.
                    && !NUMBER.matcher(uri.getRawPath()).find();
            return form && safe(uri, plain) ? Optional.of(new Endpoint(uri)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether its host is one of those; the directory names addresses, of which the host counts. */
    boolean isAmong(Collection<String> addresses) {
        return addresses.stream().anyMatch(one -> host(one).equals(Optional.of(host())));
    }

    private String host() {
        return address.getHost().toLowerCase(Locale.ROOT);
    }

    private static boolean safe(URI uri, boolean plain) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        return scheme.equals("https")
                || scheme.equals("http")
                        && plain
                        && LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT));
    }

    private static Optional<String> host(String address) {
        try {
            return Optional.ofNullable(new URI(address).getHost()).map(host -> host.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
