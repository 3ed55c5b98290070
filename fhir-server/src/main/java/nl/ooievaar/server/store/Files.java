package nl.ooievaar.server.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Files: one per custodian and pregnant woman, one for the staff of a custodian, one for the directory.
 *
 * <p>Works in the transaction of the caller. A person is found by the blind index of the BSN or by an explicit link, never
 * by name.
 */
@Component
public class Files {
    /**
     * A file with its wrapped key.
     *
     * @param closed whether nothing more is written into it: it was of the wrong person, or is about to be destroyed
     */
    public record File(UUID fileId, int custodian, Optional<UUID> person, byte[] dataKey, boolean closed) {}

    private final JdbcTemplate jdbc;
    private final People people;
    private final Vault vault;

    public Files(JdbcTemplate jdbc, People people, Vault vault) {
        this.jdbc = jdbc;
        this.people = people;
        this.vault = vault;
    }

    /** The file of this custodian about the person with this BSN, opened now if there is none. */
    public File ofPerson(int custodian, Optional<byte[]> bsnIndex) {
        return ofLinkedPerson(custodian, bsnIndex.map(this::personOf).orElseGet(this::newPerson));
    }

    /** The file of this custodian about a person known by an explicit link. */
    public File ofLinkedPerson(int custodian, UUID person) {
        return find(custodian, person).orElseGet(() -> open("person", custodian, person));
    }

    /** The file of this custodian about a person, if it has one: its own before one that was joined with it. */
    public Optional<File> find(int custodian, UUID person) {
        return find(
                "custodian = ? and (person_id = ? or joined_from = ?) order by joined_from is not null, file_id",
                custodian,
                person,
                person);
    }

    /** Gives all files of the custodian about one person to another, who is the same; each remembers whose it was. */
    public void join(int custodian, UUID from, UUID to) {
        jdbc.update(
                "update file set joined_from = coalesce(joined_from, person_id), person_id = ? where custodian = ? and person_id = ?",
                to,
                custodian,
                from);
    }

    /** Gives a file back to the person it had before it was joined. @return false when it was not joined */
    public boolean split(File file) {
        return jdbc.update(
                        "update file set person_id = joined_from, joined_from = null where file_id = ? and joined_from is not null",
                        file.fileId())
                == 1;
    }

    /** A file of somebody without a BSN, who turns out to have this one. @return the file, of that person now */
    public File identified(File file, byte[] bsnIndex) {
        UUID person = file.person().orElseThrow();
        if (!people.identified(person)) {
            join(file.custodian(), person, personOf(bsnIndex));
        }
        return byId(file.fileId());
    }

    /** All that custodians keep about one person. */
    public List<File> ofOnePerson(UUID person) {
        return all("person_id = ?", person);
    }

    public File ofStaff(int custodian) {
        return find("kind = 'staff' and custodian = ?", custodian).orElseGet(() -> open("staff", custodian, null));
    }

    public File ofDirectory(int node) {
        return find("kind = 'directory'").orElseGet(() -> open("directory", node, null));
    }

    /** Gives the file of a person who was not she to a person of its own, and closes it. @return that person */
    public UUID detach(File file) {
        UUID nobody = newPerson();
        jdbc.update(
                "update file set person_id = ?, joined_from = null, closed = true where file_id = ?",
                nobody,
                file.fileId());
        jdbc.update("delete from business_key where file_id = ? and kind = 'patient'", file.fileId());
        return nobody;
    }

    public File byId(UUID fileId) {
        return find("file_id = ?", fileId).orElseThrow();
    }

    private UUID personOf(byte[] bsnIndex) {
        return people.byBsn(bsnIndex).orElseGet(() -> {
            UUID made = UUID.randomUUID();
            jdbc.update("insert into person (person_id, bsn_index) values (?, ?)", made, bsnIndex);
            return made;
        });
    }

    private UUID newPerson() {
        UUID made = UUID.randomUUID();
        jdbc.update("insert into person (person_id) values (?)", made);
        return made;
    }

    private Optional<File> find(String where, Object... values) {
        return all(where, values).stream().findFirst();
    }

    private List<File> all(String where, Object... values) {
        return jdbc.query(
                """
                select file_id, custodian, person_id, data_key,
                  closed or exists (select 1 from destruction d where d.file_id = file.file_id)
                from file where\s"""
                        + where,
                (r, i) -> new File(
                        r.getObject(1, UUID.class),
                        r.getInt(2),
                        Optional.ofNullable(r.getObject(3, UUID.class)),
                        r.getBytes(4),
                        r.getBoolean(5)),
                values);
    }

    private File open(String kind, int custodian, UUID person) {
        File made = new File(UUID.randomUUID(), custodian, Optional.ofNullable(person), vault.newFileKey(), false);
        jdbc.update(
                "insert into file (file_id, kind, custodian, person_id, data_key, wrapped_under) values (?, ?, ?, ?, ?, ?)",
                made.fileId(),
                kind,
                custodian,
                person,
                made.dataKey(),
                vault.wrappedUnder());
        return made;
    }
}
