package demo;
import dev.batchwright.*;
import dev.batchwright.shard.*;
import java.util.List;
public interface JsonLinesSource<T> extends Source<T> {
  ShardSerializer<T> rows();
  @Override default List<Split> splits() { return List.of(); }
  @Override default RowReader<T> open(Split split, long firstRow) { throw new UnsupportedOperationException(); }
}
