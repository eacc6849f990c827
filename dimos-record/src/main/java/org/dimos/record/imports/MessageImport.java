package org.dimos.record.imports;

import org.dimos.core.message.MessageFormatException;
import org.dimos.record.Observation;
import org.dimos.record.sqlite.StreamSpec;

/** How the messages of a topic become observations of a stream. */
sealed interface MessageImport permits DecodedImport, LcmMessages, OpaqueImport {

    /** The stream for the observations. */
    StreamSpec spec();

    /**
     * The observation of a message.
     *
     * @throws MessageFormatException if the message is not of the topic's type
     */
    Observation<?> read(BagMessage message);
}
