package nl.ooievaar.server;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the server; everything else is composed by package. */
@SpringBootApplication
public class Ooievaar {
    /** Partial dates in resources and searches are days in the Netherlands, wherever the server stands. */
    static {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Amsterdam"));
    }

    public static void main(String[] args) {
        SpringApplication.run(Ooievaar.class, args);
    }
}
