package org.dimos.record.imports;

import java.util.Optional;
import org.dimos.core.message.MessageFormatException;
import org.dimos.record.ros.LayoutException;

/** A way to make observations of the messages of some topics. */
@FunctionalInterface
interface ImportRule {

    /**
     * How to import a topic; empty if this is none of the topics that the rule is for.
     *
     * @param stream the name of the stream
     * @param first the topic's first message
     * @throws LayoutException if the topic's type is not known here
     * @throws MessageFormatException if the encoding is not known here
     */
    Optional<MessageImport> of(String stream, BagMessage first) throws LayoutException;
}
