package nl.ooievaar.server.tls;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A client that trusts the authority of the sandbox and may have a certificate of its own. */
public final class TlsClient {
    private static final char[] NO_PASSWORD = {};

    private final HttpClient http;

    private TlsClient(HttpClient http) {
        this.http = http;
    }

    public static TlsClient withoutCertificate(Path authority) throws IOException, GeneralSecurityException {
        KeyStore none = KeyStore.getInstance("PKCS12");
        none.load(null, NO_PASSWORD);
        return make(authority, none);
    }

    /** @param name of the files with certificate and key, without their ends */
    public static TlsClient with(Path authority, Path name) throws IOException, GeneralSecurityException {
        return with(authority, Pem.certificates(Path.of(name + ".pem")).get(0), Pem.privateKey(Path.of(name + ".key")));
    }

    public static TlsClient with(Path authority, X509Certificate certificate, PrivateKey key)
            throws IOException, GeneralSecurityException {
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, NO_PASSWORD);
        own.setKeyEntry("own", key, NO_PASSWORD, new X509Certificate[] {certificate});
        return make(authority, own);
    }

    private static TlsClient make(Path authority, KeyStore own) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, NO_PASSWORD);
        trusted.setCertificateEntry(
                "ca", Pem.certificates(authority.resolve("ca.pem")).get(0));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, NO_PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return new TlsClient(HttpClient.newBuilder().sslContext(context).build());
    }

    /** @param headers names and values, one after the other */
    public HttpResponse<String> get(String address, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> post(String address, Map<String, String> form, String... headers)
            throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
