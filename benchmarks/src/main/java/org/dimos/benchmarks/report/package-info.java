/** What all measurements need: sizes, folders, processes, figures. */
@NullMarked
package org.dimos.benchmarks.report;

import org.jspecify.annotations.NullMarked;
