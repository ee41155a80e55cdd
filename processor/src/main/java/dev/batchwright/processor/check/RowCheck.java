package dev.batchwright.processor.check;

import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.RowModel;

/** One rule for rows. */
interface RowCheck {

    void check(RowModel row, Problems problems);
}
