package nl.ooievaar.server.promise;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nl.ooievaar.server.TestServer;
import org.junit.jupiter.api.Test;

/** The site of the contract stands at the root of every server, for anybody. */
class SiteIT {
    private static final TestServer SERVER = TestServer.get();

    @Test
    void the_front_door_opens_in_the_language_asked_and_in_dutch_otherwise() {
        assertEquals("/nl/index.html", door("nl,en;q=0.5"));
        assertEquals("/en/index.html", door("en-GB"));
        assertEquals("/en/index.html", door("fr"));
        assertEquals("/nl/index.html", door("fr, nl;q=0.8, en;q=0.5"));
        assertEquals("/en/index.html", door("nl;q=0.2, en;q=0.9, de"));
        assertEquals("/nl/index.html", path(anybody().get("/")));
        assertEquals("/en/index.html", path(anybody().get("/en/")));
        anybody().get("/").then().header("Vary", containsString("Accept-Language"));
    }

    @Test
    void a_page_needs_no_token_carries_strict_headers_and_is_not_sent_twice() {
        Response page = anybody().get("/nl/profiles/phb-referral.html");
        page.then()
                .statusCode(200)
                .contentType(containsString("text/html"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("Cache-Control", containsString("max-age"))
                .header("ETag", notNullValue())
                .body(containsString("Aanmelding voor een prenataal huisbezoek"));
        anybody()
                .header("If-None-Match", page.header("ETag"))
                .get("/nl/profiles/phb-referral.html")
                .then()
                .statusCode(304);
        anybody().get("/site.css").then().statusCode(200).contentType(containsString("text/css"));
        anybody()
                .get("/definitions/StructureDefinition-phb-referral.json")
                .then()
                .statusCode(200);
        anybody().get("/examples/case-1-referral.xml").then().statusCode(200);
    }

    @Test
    void head_asks_no_more_than_get_does() {
        for (String address : new String[] {"/nl/index.html", "/package.tgz", "/fhir/ValueSet/phb-route"}) {
            anybody().head(address).then().statusCode(200);
        }
    }

    @Test
    void the_whole_site_is_one_file_that_holds_every_page() throws IOException {
        Response file = anybody().get("/site.zip");
        file.then().statusCode(200).contentType(containsString("zip"));
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(file.asInputStream())) {
            for (ZipEntry one = zip.getNextEntry(); one != null; one = zip.getNextEntry()) {
                files.put(one.getName().replaceFirst("^ooievaar-[0-9.]+/", ""), zip.readAllBytes());
            }
        }
        assertTrue(files.size() > 600, "files: " + files.size());
        for (String page : List.of("nl/send.html", "en/profiles/phb-referral.html", "site.css", "package.tgz")) {
            assertArrayEquals(anybody().get("/" + page).asByteArray(), files.get(page), page);
        }
        assertTrue(files.containsKey("index.html"));
    }

    @Test
    void where_no_page_is_a_page_says_so_in_the_language_of_its_folder() {
        anybody()
                .get("/en/profiles/none.html")
                .then()
                .statusCode(404)
                .contentType(containsString("text/html"))
                .body(containsString("There is no such page"), not(containsString("none.html")));
        anybody().get("/nl/none.html").then().statusCode(404).body(containsString("Deze pagina bestaat niet"));
    }

    @Test
    void nothing_is_written_to_the_site_and_nothing_beside_it_is_opened() {
        anybody().body("x").post("/nl/index.html").then().statusCode(401);
        anybody().get("/nl/..%2f..%2f..%2fapplication.yaml").then().statusCode(400);
        anybody().get("/words_nl.properties").then().statusCode(401);
    }

    private static String door(String language) {
        return path(anybody().header("Accept-Language", language).get("/"));
    }

    private static String path(Response response) {
        assertEquals(302, response.statusCode());
        return java.net.URI.create(response.header("Location")).getPath();
    }

    private static RequestSpecification anybody() {
        return SERVER.nobody().basePath("").redirects().follow(false);
    }
}
