/**
 * MCAP files made of recordings, with the types of ROS 2, so that Foxglove and Lichtblick open them. Start at {@link
 * org.dimos.record.exports.mcap.McapExport}.
 */
@NullMarked
package org.dimos.record.exports.mcap;

import org.jspecify.annotations.NullMarked;
