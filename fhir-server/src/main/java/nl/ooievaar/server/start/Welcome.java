package nl.ooievaar.server.start;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells a newcomer the three things to do next. */
@Component
class Welcome {
    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    private final Mode mode;
    private final ServletWebServerApplicationContext server;

    Welcome(Mode mode, ServletWebServerApplicationContext server) {
        this.mode = mode;
        this.server = server;
    }

    @EventListener(ApplicationReadyEvent.class)
    void greet() {
        if (mode.isSandbox()) {
            String here = "http://127.0.0.1:" + server.getWebServer().getPort();
            LOG.info(
                    """
                    Ooievaar is ready (sandbox, invented people only). Next:
                      1. What it offers:  curl {}/fhir/metadata
                      2. A token:         curl -u jgz:jgz-secret -d grant_type=client_credentials {}/oauth2/token
                      3. The journey:     README.md, section Try it: refer as midwife, work as jgz, see nothing as outsider
                    """,
                    here,
                    here);
        }
    }
}
