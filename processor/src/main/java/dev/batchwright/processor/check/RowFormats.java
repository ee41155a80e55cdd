package dev.batchwright.processor.check;

import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.RowModel;

/** The formats that a row asks for exist. */
final class RowFormats implements RowCheck {

    @Override
    public void check(RowModel row, Problems problems) {
        FormatNames.check(row.format(), row.compression(), problems);
    }
}
