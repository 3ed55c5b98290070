package nl.ooievaar.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the server; everything else is composed by package. */
@SpringBootApplication
public class Ooievaar {
    public static void main(String[] args) {
        SpringApplication.run(Ooievaar.class, args);
    }
}
