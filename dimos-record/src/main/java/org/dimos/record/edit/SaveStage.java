package org.dimos.record.edit;

/** How far saving has come. Up to {@link #SYNCED} nothing but a hidden folder beside the file has changed. */
public enum SaveStage {
    /** Nobody else can write to the file that is to be replaced. */
    CLAIMED,
    /** All rows are in the new file. */
    COPIED,
    /** The new file is on the disk. */
    SYNCED,
    /** The original has its second name. */
    KEPT,
    /** The new file has its name. */
    DONE
}
