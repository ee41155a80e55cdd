package demo;
import dev.batchwright.*;
import dev.batchwright.annotation.*;
import dev.batchwright.shard.*;
import java.nio.file.Path;
import java.util.*;
import java.util.regex.Pattern;
public interface Pipes {
  record Review(String id, String product, int stars, String text) {}
  record Tokens(String id, int count) {}
  record ReviewKey(String product, int stars) {}
  record Stat(String product, long n) {}
  record Window(int size, Inner inner) { record Inner(Duration2 d, java.time.Duration e) {} enum Duration2 { A } }
  @Step record ReadReviews(Path file) implements JsonLinesSource<Review> {
    @Override public ShardSerializer<Review> rows() { return Pipes_ReviewShardSerializer.INSTANCE; } }
  @Step record KeepGood(int atLeast, Window window, Pattern pattern) implements FilterStep<Review> { @Override public boolean keep(Review r) { return r.stars() >= atLeast; } }
  @Step record CountTokens() implements MapStep<Review, Tokens> { @Override public Tokens map(Review r) { return new Tokens(r.id(), 1); } }
  @Step(version = "2", retries = 3, concurrency = 4, format = Format.PARQUET) @BatchSize(value = 32, maxBytes = "1MiB")
  record Embed(@Resource Object model, @Resource Pipes_EmbedBatchManager self) implements AlignedBatchStep<Review, Tokens> { @Override public List<Tokens> process(Batch<Review> b) { return List.of(); } }
  @Step final class Join implements ZipStep<Tokens, Tokens, Stat> { @Override public Stat zip(Tokens a, Tokens b) { return new Stat(a.id(), b.count()); } }
  @Step record ByProduct() implements KeyedStep<ReviewKey, Review, Stat> {
    @Override public ReviewKey key(Review r) { return new ReviewKey(r.product(), r.stars()); }
    @Override public void process(ReviewKey k, Dataset<Review> g, Output<Stat> out) {} }
  @Step record Both() implements CoGroupStep<String, Stat, Review, Stat> {
    @Override public String leftKey(Stat a) { return a.product(); }
    @Override public String rightKey(Review b) { return b.product(); }
    @Override public void process(String k, Dataset<Stat> l, Dataset<Review> r, Output<Stat> out) {} }
  @Step record All() implements GlobalStep<Stat, Stat> { @Override public void process(Dataset<Stat> all, Output<Stat> out) {} }
  @Step record Split2() implements FlatMapStep<Stat, Stat> { @Override public void flatMap(Stat s, Output<Stat> out) {} }
  @Step @BatchSize(10) record Dedup() implements BatchStep<Stat, Stat> { @Override public void process(Batch<Stat> b, Output<Stat> out) {} }
  @Step record Write(Path to) implements Sink<Stat> { @Override public void write(Batch<Stat> b, BatchId id) {} }
  @Step final class Numbers implements SequentialSource<Review> { @Config int n; @Config private final String label = ""; String label() { return label; } @Override public RowReader<Review> open(long first) { return null; } }

  @Pipeline
  @Flow({ReadReviews.class, KeepGood.class, CountTokens.class, Join.class, Split2.class, Dedup.class, All.class, Write.class})
  @Flow({KeepGood.class, Embed.class, Join.class})
  @Flow({KeepGood.class, ByProduct.class, Both.class, Write.class})
  @Flow({Numbers.class, Both.class})
  interface Corpus {}
}
