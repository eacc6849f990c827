package org.dimos.cli.studio.state;

/**
 * A sentence for the person.
 *
 * @param text the sentence; empty for none
 * @param isError whether something went wrong
 */
public record Notice(String text, boolean isError) {
    /** Nothing to say. */
    public static final Notice NONE = new Notice("", false);

    /** Something to know. */
    public static Notice info(String text) {
        return new Notice(text, false);
    }

    /** Something that went wrong. */
    public static Notice error(String text) {
        return new Notice(text, true);
    }
}
