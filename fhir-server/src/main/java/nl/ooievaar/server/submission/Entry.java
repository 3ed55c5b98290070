package nl.ooievaar.server.submission;

import java.util.Optional;

/**
 * One resource of a submission, as sent.
 *
 * @param at FHIRPath of the resource in the request, such as {@code Bundle.entry[2].resource}; empty for a single resource
 * @param method POST, PUT, PATCH, GET
 * @param url what the entry asks for, relative; for a single resource its type or {@code Type/id}
 * @param ifModifiedSince an instant, as a Bundle tells it
 * @param json the resource alone, exactly as sent; empty for GET
 * @param line line of the request where the resource begins, from 1; 0 when it does not stand there as such
 * @param column column of that line, from 1
 * @param apart whether it only goes into the sender's own file, and is no part of a referral that is sent at the same time
 */
public record Entry(
        String at,
        Optional<String> fullUrl,
        String method,
        String url,
        Optional<String> ifNoneExist,
        Optional<String> ifMatch,
        Optional<String> ifNoneMatch,
        Optional<String> ifModifiedSince,
        byte[] json,
        int line,
        int column,
        boolean apart) {

    public Entry(
            String at,
            Optional<String> fullUrl,
            String method,
            String url,
            Optional<String> ifNoneExist,
            Optional<String> ifMatch,
            Optional<String> ifNoneMatch,
            Optional<String> ifModifiedSince,
            byte[] json,
            int line,
            int column) {
        this(at, fullUrl, method, url, ifNoneExist, ifMatch, ifNoneMatch, ifModifiedSince, json, line, column, false);
    }

    /** One resource that is the whole body of its request, or that the server made. */
    public static Entry single(
            String method, String url, Optional<String> ifNoneExist, Optional<String> ifMatch, byte[] json) {
        return new Entry(
                "",
                Optional.empty(),
                method,
                url,
                ifNoneExist,
                ifMatch,
                Optional.empty(),
                Optional.empty(),
                json,
                1,
                1);
    }

    /** The update that a patch means, at the same place; what the server made has no line of its own. */
    public Entry updating(String reference, int version, byte[] made) {
        Optional<String> match =
                url.indexOf('?') > 0 && ifMatch.isEmpty() ? Optional.of(Integer.toString(version)) : ifMatch;
        return new Entry(at, fullUrl, "PUT", reference, ifNoneExist, match, ifNoneMatch, ifModifiedSince, made, 0, 0);
    }

    /** The same, made only where a search by these parameters finds nothing (FHIR R4 http, conditional create). */
    public Entry unless(String parameters) {
        return new Entry(
                at,
                fullUrl,
                method,
                url,
                Optional.of(parameters),
                ifMatch,
                ifNoneMatch,
                ifModifiedSince,
                json,
                line,
                column,
                apart);
    }

    /** The same, of this version only. */
    public Entry matching(int version) {
        return new Entry(
                at,
                fullUrl,
                method,
                url,
                ifNoneExist,
                Optional.of(Integer.toString(version)),
                ifNoneMatch,
                ifModifiedSince,
                json,
                line,
                column,
                apart);
    }

    /** This entry of a batch, which no other entry can name. */
    public Entry alone() {
        return new Entry(
                at,
                Optional.empty(),
                method,
                url,
                ifNoneExist,
                ifMatch,
                ifNoneMatch,
                ifModifiedSince,
                json,
                line,
                column);
    }
}
