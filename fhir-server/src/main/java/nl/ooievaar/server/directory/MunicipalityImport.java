package nl.ooievaar.server.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.ooievaar.server.directory.DirectoryLoad.Loaded;
import nl.ooievaar.server.directory.MunicipalityFile.Line;
import nl.ooievaar.server.store.Directory;
import nl.ooievaar.server.store.DirectoryRecords;
import nl.ooievaar.server.store.Municipalities;
import nl.ooievaar.subject.Refusal;
import org.springframework.stereotype.Component;

/** Brings in a table of municipalities with their desks, whole or not at all; the same table again changes nothing. */
@Component
public class MunicipalityImport {
    private final DirectoryRecords here;
    private final Directory directory;
    private final Municipalities municipalities;
    private final DirectoryLoad load;

    MunicipalityImport(DirectoryRecords here, Directory directory, Municipalities municipalities, DirectoryLoad load) {
        this.here = here;
        this.directory = directory;
        this.municipalities = municipalities;
        this.load = load;
    }

    /**
     * @param body the table, in UTF-8
     * @param digest of the table, by which the trail names it
     * @param operator who brings it in
     */
    public Loaded load(byte[] body, String digest, String operator) {
        MunicipalityFile file = new MunicipalityFile();
        List<Line> lines = file.read(body);
        MunicipalityEntries entries = new MunicipalityEntries(here, directory, municipalities);
        List<DirectoryEntry> made = entries.of(lines);
        List<Refusal> refused = new ArrayList<>(file.refused());
        refused.addAll(entries.refused());
        return refused.isEmpty()
                ? load.store(made, MunicipalityEntries.postalCodes(lines), digest, operator)
                : new Loaded(Map.of(), refused, List.of());
    }
}
