package nl.ooievaar.publish;

/**
 * A page in one language.
 *
 * @param address inside the folder of its language, such as {@code profiles/phb-referral.html}
 * @param section the part of the site it belongs to, as in the navigation
 * @param title of the page, as text
 * @param name by which machines know what is on it, such as {@code phb-referral}; empty for a text
 * @param group under which its section lists it; empty where the section has no groups
 * @param summary what it is about, for lists; may be empty
 * @param body what stands between heading and foot, as HTML; its links are relative to the folder of the language
 */
record Page(String address, String section, String title, String name, String group, String summary, String body) {
    /** A page of text. */
    static Page text(String address, String section, String title, String body) {
        return new Page(address, section, title, "", "", "", body);
    }

    /** What a browser calls it. */
    String window() {
        return name.isEmpty() ? title : title + " · " + name;
    }
}
