package nl.ooievaar.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.ooievaar.server.ServerProcess;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files in docker/ speak of things that exist: they are built by hand on few machines, so a machine reads them here. */
class DockerFilesTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern OURS = Pattern.compile("\\bOOIEVAAR_[A-Z_]+\\b");

    private static String dockerfile;
    private static String composeText;
    private static Map<?, ?> compose;

    @BeforeAll
    static void files() throws IOException {
        dockerfile = Files.readString(ROOT.resolve("docker/Dockerfile"));
        composeText = Files.readString(ROOT.resolve("docker/compose.yaml"));
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        compose = new Yaml(new SafeConstructor(strict)).load(composeText);
    }

    @Test
    void one_server_and_one_database_are_composed() {
        Map<?, ?> services = in(compose, "services");
        assertThat(services.keySet().stream().map(Object::toString)).containsExactlyInAnyOrder("server", "postgres");
        assertThat(in(compose, "services", "server", "build"))
                .containsEntry(key("context"), "..")
                .containsEntry(key("dockerfile"), "docker/Dockerfile");
        assertThat(in(compose, "services", "server", "environment").get("SPRING_DATASOURCE_URL"))
                .asString()
                .startsWith("jdbc:postgresql://postgres:5432/");
    }

    @Test
    void the_image_carries_the_jar_that_the_build_leaves_prepared_as_the_tests_prepare_it() throws Exception {
        List<String> copied = dockerfile
                .lines()
                .filter(line -> line.startsWith("COPY "))
                .map(line -> line.split("\\s+")[1])
                .toList();
        assertThat(copied).containsExactly("fhir-server/target/" + finalName() + ".jar", "fhir-server/prepare");
        assertThat(dockerfile)
                .contains("RUN /tmp/prepare /tmp/ooievaar.jar /opt/ooievaar")
                .contains("ENTRYPOINT [\"java\", "
                        + ServerProcess.prepared(Path.of("/opt/ooievaar")).stream()
                                .map(argument -> '"' + argument + '"')
                                .collect(Collectors.joining(", "))
                        + "]");
    }

    @Test
    void the_server_does_not_run_as_root_and_tells_whether_it_is_ready() {
        assertThat(dockerfile.lines().filter(line -> line.startsWith("USER ")).toList())
                .containsExactly("USER ooievaar");
        assertThat(dockerfile).contains("HEALTHCHECK").contains("/actuator/health/readiness");
    }

    @Test
    void every_setting_named_is_one_the_server_reads() {
        assertThat(read()).contains("OOIEVAAR_MODE", "OOIEVAAR_MASTER_KEY");
        assertThat(read()).containsAll(named(dockerfile));
        assertThat(read()).containsAll(named(composeText));
    }

    @Test
    void the_readme_has_a_row_for_every_setting_and_no_other() throws IOException {
        Set<String> rows = Files.readString(ROOT.resolve("README.md"))
                .lines()
                .filter(line -> line.startsWith("| `OOIEVAAR_"))
                .flatMap(line -> named(line.split("\\|")[1]).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(rows).isEqualTo(read());
    }

    @Test
    void composed_is_production_with_every_secret_from_outside() {
        Map<?, ?> server = in(compose, "services", "server", "environment");
        assertThat(server.get("OOIEVAAR_MODE")).isEqualTo("production");
        for (String required : List.of(
                "OOIEVAAR_MASTER_KEY",
                "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI",
                "SPRING_FLYWAY_PASSWORD",
                "SPRING_DATASOURCE_PASSWORD")) {
            assertThat(server.get(required)).asString().startsWith("${" + required + ":?");
        }
        assertThat(Pattern.compile("\\$\\{[A-Z0-9_]+(?!:\\?)[^A-Z0-9_]")
                        .matcher(composeText)
                        .find())
                .as("a variable with a default, or without a message")
                .isFalse();
    }

    @Test
    void the_server_works_as_a_role_that_the_owner_of_the_tables_is_not() throws IOException {
        Map<?, ?> server = in(compose, "services", "server", "environment");
        Map<?, ?> postgres = in(compose, "services", "postgres", "environment");
        assertThat(postgres.get("POSTGRES_USER"))
                .isEqualTo(server.get("SPRING_FLYWAY_USER"))
                .isNotEqualTo(server.get("SPRING_DATASOURCE_USERNAME"));
        assertThat(postgres.get("POSTGRES_PASSWORD")).isEqualTo(server.get("SPRING_FLYWAY_PASSWORD"));
        assertThat(postgres.get("RUNTIME_PASSWORD")).isEqualTo(server.get("SPRING_DATASOURCE_PASSWORD"));
        assertThat(composeText).contains("./runtime-role.sh:/docker-entrypoint-initdb.d/");
        assertThat(Files.readString(ROOT.resolve("docker/runtime-role.sh")))
                .contains("create role " + server.get("SPRING_DATASOURCE_USERNAME") + " login")
                .contains("RUNTIME_PASSWORD");
    }

    /** Settings the code and its configuration ask for, as the environment spells them. */
    private static Set<String> read() {
        Pattern asked = Pattern.compile("[\"{](ooievaar\\.[a-z]+(?:[.-][a-z]+)*)\\b");
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            return files.filter(file -> file.toString().matches(".*\\.(java|yaml)"))
                    .flatMap(file -> asked.matcher(text(file)).results())
                    .map(found -> found.group(1).replaceAll("[.-]", "_").toUpperCase(Locale.ROOT))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> named(String text) {
        return OURS.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String finalName() throws Exception {
        try (InputStream pom = Files.newInputStream(Path.of("pom.xml"))) {
            Element project = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(pom)
                    .getDocumentElement();
            return project.getElementsByTagName("finalName").item(0).getTextContent();
        }
    }

    private static Map<Object, Object> in(Map<?, ?> from, String... path) {
        Map<?, ?> at = from;
        for (String step : path) {
            assertThat(at.get(step)).as(step).isInstanceOf(Map.class);
            at = (Map<?, ?>) at.get(step);
        }
        return Map.copyOf(at);
    }

    private static Object key(String name) {
        return name;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
