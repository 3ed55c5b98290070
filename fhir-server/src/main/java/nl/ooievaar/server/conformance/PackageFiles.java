package nl.ooievaar.server.conformance;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import nl.ooievaar.profiles.PhbPackage;
import nl.ooievaar.subject.Messages;
import nl.ooievaar.subject.Reason;
import nl.ooievaar.subject.Refusal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The package as a file, for anybody: at one fixed address, and as a FHIR package registry answers (the npm form: a list of
 * versions by name, the file by name and version), so that tools fetch it by name.
 */
@RestController
public class PackageFiles {
    private static final MediaType GZIP = MediaType.parseMediaType("application/gzip");

    private final PhbPackage phb;
    private final byte[] bytes = PhbPackage.bytes();

    public PackageFiles(PhbPackage phb) {
        this.phb = phb;
    }

    @GetMapping("/package.tgz")
    ResponseEntity<byte[]> newest() {
        return ResponseEntity.ok()
                .contentType(GZIP)
                .eTag(digest("SHA-256"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(PhbPackage.ID + "-" + phb.version() + ".tgz")
                                .build()
                                .toString())
                .body(bytes);
    }

    @GetMapping("/" + PhbPackage.ID)
    Map<String, Object> versions() {
        String version = phb.version();
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .pathSegment(PhbPackage.ID, version)
                .toUriString();
        return Map.of(
                "_id",
                PhbPackage.ID,
                "name",
                PhbPackage.ID,
                "dist-tags",
                Map.of("latest", version),
                "versions",
                Map.of(
                        version,
                        Map.of(
                                "name",
                                PhbPackage.ID,
                                "version",
                                version,
                                "fhirVersion",
                                "4.0.1",
                                "url",
                                address,
                                "dist",
                                Map.of("shasum", digest("SHA-1"), "tarball", address))));
    }

    /** An unknown version is answered as a registry answers: an object with the error, here in the language asked. */
    @GetMapping("/" + PhbPackage.ID + "/{version}")
    ResponseEntity<?> version(@PathVariable String version, Locale locale) {
        if (version.equals(phb.version())) {
            return newest();
        }
        Refusal unknown = Refusal.of(Reason.PACKAGE_VERSION_UNKNOWN, PhbPackage.ID, phb.version());
        return ResponseEntity.status(unknown.status())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(Map.of("error", Messages.render(unknown, locale)));
    }

    private String digest(String algorithm) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(algorithm + " is part of every Java platform", e);
        }
    }
}
