package nl.ooievaar.mappings.source;

import java.util.Optional;

/**
 * A part of a record that holds fields or other parts: a check-up, a problem, a child. Twins are two of them. Immutable; a part is
 * itself only.
 */
public final class Group {
    private final Optional<Group> parent;
    private final String name;
    private final int index;
    private final Optional<Element> element;
    private final String id;
    private final String path;

    /**
     * @param name as the source writes it
     * @param index how many of this name stand before it in the same part, from 0
     * @param id by which other parts refer to it; empty when it has none
     */
    public Group(Optional<Group> parent, String name, int index, Optional<Element> element, String id) {
        this.parent = parent;
        this.name = name;
        this.index = index;
        this.element = element;
        this.id = id;
        String own = name + "[" + index + "]";
        // Asked for every field in it.
        this.path = parent.map(above -> above.path + "/" + own).orElse(own);
    }

    public Optional<Group> parent() {
        return parent;
    }

    public String name() {
        return name;
    }

    public int index() {
        return index;
    }

    public Optional<Element> element() {
        return element;
    }

    public String id() {
        return id;
    }

    /** Names from the root, repeats counted from 0. */
    public String path() {
        return path;
    }

    /** This part or the nearest around it with this number. */
    public Optional<Group> around(int number) {
        for (Group at = this; at != null; at = at.parent.orElse(null)) {
            if (at.element.isPresent() && at.element.get().number() == number) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** Whether it, or a part around it, has this name. */
    public boolean within(String name) {
        for (Group at = this; at != null; at = at.parent.orElse(null)) {
            if (at.name.equals(name)) {
                return true;
            }
        }
        return false;
    }
}
