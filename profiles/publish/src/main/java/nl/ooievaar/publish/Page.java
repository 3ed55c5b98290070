package nl.ooievaar.publish;

/**
 * A page in one language.
 *
 * @param address inside the folder of its language, such as {@code profiles/phb-referral.html}
 * @param section the part of the site it belongs to, as in the navigation
 * @param title of the page, as text
 * @param body what stands between heading and foot, as HTML; its links are relative to the folder of the language
 */
record Page(String address, String section, String title, String body) {}
