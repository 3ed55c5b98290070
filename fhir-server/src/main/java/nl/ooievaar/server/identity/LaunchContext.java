package nl.ooievaar.server.identity;

import java.util.Optional;

/** Finds the Patient with which an app of a woman begins (SMART App Launch 2.0, launch/patient). */
public interface LaunchContext {
    /**
     * The id of her own Patient: of the custodian that this server knows longest, when several keep a file of her. The app finds
     * the others by a search.
     *
     * @param herself a person who signed in
     * @return empty when nothing is kept about her
     */
    Optional<String> ownPatient(Caller herself);
}
