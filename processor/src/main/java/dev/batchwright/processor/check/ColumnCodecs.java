package dev.batchwright.processor.check;

import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.Codec;
import dev.batchwright.processor.model.RowModel;
import dev.batchwright.processor.model.TypeText;

/** A codec takes the component's type, and generated code can make it. */
final class ColumnCodecs implements RowCheck {

    @Override
    public void check(RowModel row, Problems problems) {
        for (ColumnWalk.Found value : ColumnWalk.of(row)) {
            if (value.isComponent() && value.component().codec().isPresent()) {
                Codec codec = value.component().codec().get();
                codec.obstacle()
                        .ifPresent(obstacle -> problems.report(
                                Message.COLUMN_CODEC_MISMATCH,
                                codec.place(),
                                value.path(),
                                TypeText.of(codec.type()),
                                obstacle));
            }
        }
    }
}
