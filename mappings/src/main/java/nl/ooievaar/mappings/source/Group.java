package nl.ooievaar.mappings.source;

import java.util.Optional;

/**
 * A part of a record that holds fields or other parts: a check-up, a problem, a child. Twins are two of them.
 *
 * @param name as the source writes it
 * @param index how many of this name stand before it in the same part, from 0
 * @param id by which other parts refer to it; empty when it has none
 */
public record Group(Optional<Group> parent, String name, int index, Optional<Element> element, String id) {

    /** Names from the root, repeats counted from 0. */
    public String path() {
        String own = name + "[" + index + "]";
        return parent.map(above -> above.path() + "/" + own).orElse(own);
    }

    /** This part or the nearest around it with this number. */
    public Optional<Group> around(int number) {
        return element.map(Element::number).filter(it -> it == number).isPresent()
                ? Optional.of(this)
                : parent.flatMap(above -> above.around(number));
    }

    /** Whether it, or a part around it, has this name. */
    public boolean within(String name) {
        return this.name.equals(name) || parent.map(above -> above.within(name)).orElse(false);
    }
}
