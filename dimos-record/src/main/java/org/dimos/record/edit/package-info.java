/**
 * What an {@link org.dimos.record.Edit} does: its steps are data, {@link org.dimos.record.edit.EditPlan} says which rows
 * are left, {@link org.dimos.record.edit.EditedSource} reads them as a recording and
 * {@link org.dimos.record.edit.Saving} writes them as one.
 */
@NullMarked
package org.dimos.record.edit;

import org.jspecify.annotations.NullMarked;
