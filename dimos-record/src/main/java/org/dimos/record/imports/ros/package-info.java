/**
 * Messages as ROS 1 and ROS 2 serialise them, turned into message records. The layout of the bytes ({@link
 * org.dimos.record.imports.ros.StructType}) comes from the definition text in the bag or from the record class itself; {@link
 * org.dimos.record.imports.ros.RecordDecoder} matches it with the record by field names. Start at {@link
 * org.dimos.record.imports.ros.RosType}.
 */
@NullMarked
package org.dimos.record.imports.ros;

import org.jspecify.annotations.NullMarked;
