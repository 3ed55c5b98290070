package nl.ooievaar.server.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands out the site of the contract, to anybody: files that the build made, nothing of which speaks of a person. */
@Configuration
public class SiteConfiguration implements WebMvcConfigurer {
    static final String FOLDER = "classpath:/nl/ooievaar/site/";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (String folder : List.of("nl/", "en/", "definitions/", "examples/")) {
            files(registry, "/" + folder + "**", FOLDER + folder);
        }
        files(registry, "/*.css", FOLDER);
        files(registry, "/*.svg", FOLDER);
        files(registry, "/*.zip", FOLDER);
        files(registry, "/index.html", FOLDER);
    }

    private static void files(ResourceHandlerRegistry registry, String pattern, String location) {
        registry.addResourceHandler(pattern)
                .addResourceLocations(location)
                .setCacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic())
                .setEtagGenerator(SiteConfiguration::digest)
                // The moment a file got into the jar is not the moment it changed.
                .setUseLastModified(false);
    }

    private static String digest(Resource file) {
        try (InputStream in = file.getInputStream()) {
            return '"' + DigestUtils.md5DigestAsHex(in) + '"';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
