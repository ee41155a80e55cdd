package mutated;

import dev.batchwright.AlignedBatchStep;
import dev.batchwright.Batch;
import dev.batchwright.BatchId;
import dev.batchwright.BatchStep;
import dev.batchwright.CoGroupStep;
import dev.batchwright.Dataset;
import dev.batchwright.FilterStep;
import dev.batchwright.FlatMapStep;
import dev.batchwright.GlobalStep;
import dev.batchwright.KeyedStep;
import dev.batchwright.MapStep;
import dev.batchwright.Output;
import dev.batchwright.RowReader;
import dev.batchwright.SequentialSource;
import dev.batchwright.Sink;
import dev.batchwright.Source;
import dev.batchwright.Split;
import dev.batchwright.ZipStep;
import dev.batchwright.annotation.BatchSize;
import dev.batchwright.annotation.Column;
import dev.batchwright.annotation.Config;
import dev.batchwright.annotation.Flow;
import dev.batchwright.annotation.Persist;
import dev.batchwright.annotation.Pipeline;
import dev.batchwright.annotation.Row;
import dev.batchwright.annotation.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All kinds of steps, none of which has to be told anything: what a pipeline like this is broken into must not run. */
@Pipeline(name = "lending", memory = "64MiB")
@Flow({Lending.ReadBooks.class, Lending.KeepRecent.class, Lending.Measure.class, Lending.Describe.class, Lending.Words.class})
@Flow({Lending.KeepRecent.class, Lending.Rate.class, Lending.Describe.class})
@Flow({Lending.KeepRecent.class, Lending.ByYear.class, Lending.JoinLoans.class, Lending.Rank.class, Lending.Publish.class})
@Flow({Lending.ReadLoans.class, Lending.JoinLoans.class})
@Flow({Lending.Words.class, Lending.Distinct.class})
public interface Lending {

    enum Kind { NOVEL, POEM }

    sealed interface Origin permits Bought, Given {}

    record Bought(long cents) implements Origin {}

    record Given(String by) implements Origin {}

    @Row(format = "auto", compression = "lz4")
    record Book(int id, String title, int year, Kind kind, Origin origin, List<String> tags) {}

    record Length(int id, @Column(name = "letter_count") int letters) {}

    record Rating(int id, float[] scores, Optional<LocalDate> rated) {}

    record Description(int id, int letters, float best, Map<String, String> notes) {}

    record Word(int id, String text) {}

    record Year(int year, long books) {}

    record Loan(int year, String reader) {}

    record Lent(int year, long books, long loans) {}

    record Place(int place, int year) {}

    @Step
    final class ReadBooks implements Source<Book> {
        @Config int count = 40;

        @Override
        public List<Split> splits() {
            return List.of(Split.ofRows("books", "made up", 0, count), Split.ofRows("more", "made up", count, count));
        }

        @Override
        public RowReader<Book> open(Split split, long firstRow) {
            int[] next = {(int) (split.start() + firstRow)};
            int end = (int) (split.start() + split.length());
            return () -> next[0] < end ? book(next[0]++) : null;
        }

        static Book book(int id) {
            Origin origin = id % 2 == 0 ? new Bought(id * 100L) : new Given("someone");
            return new Book(id, "Title " + id, 1900 + id % 10, Kind.NOVEL, origin, List.of("a", "b"));
        }
    }

    @Step(version = "1")
    record ReadLoans() implements SequentialSource<Loan> {
        @Override
        public RowReader<Loan> open(long firstRow) {
            int[] next = {(int) firstRow};
            return () -> next[0] < 20 ? new Loan(1900 + next[0]++ % 5, "reader") : null;
        }
    }

    @Step
    record KeepRecent() implements FilterStep<Book> {
        @Override
        public boolean keep(Book book) {
            return book.year() > 1901;
        }
    }

    @Step(persist = Persist.AUTO, retries = 1)
    record Measure() implements MapStep<Book, Length> {
        @Override
        public Length map(Book book) {
            return new Length(book.id(), book.title().length());
        }
    }

    @Step(concurrency = 2)
    @BatchSize(value = 8, maxBytes = "1MiB")
    record Rate() implements AlignedBatchStep<Book, Rating> {
        @Override
        public List<Rating> process(Batch<Book> batch) {
            return batch.stream().map(book -> new Rating(book.id(), new float[] {1, 2}, Optional.empty())).toList();
        }
    }

    @Step
    record Describe() implements ZipStep<Length, Rating, Description> {
        @Override
        public Description zip(Length length, Rating rating) {
            return new Description(length.id(), length.letters(), rating.scores()[0], Map.of("k", "v"));
        }
    }

    @Step
    record Words() implements FlatMapStep<Description, Word> {
        @Override
        public void flatMap(Description description, Output<Word> out) {
            out.add(new Word(description.id(), "one"));
            out.add(new Word(description.id(), "two"));
        }
    }

    @Step
    @BatchSize(10)
    record Distinct() implements BatchStep<Word, Word> {
        @Override
        public void process(Batch<Word> batch, Output<Word> out) {
            batch.stream().distinct().forEach(out::add);
        }
    }

    @Step
    record ByYear() implements KeyedStep<Integer, Book, Year> {
        @Override
        public Integer key(Book book) {
            return book.year();
        }

        @Override
        public void process(Integer year, Dataset<Book> group, Output<Year> out) {
            out.add(new Year(year, group.stream().count()));
        }
    }

    @Step
    record JoinLoans() implements CoGroupStep<Integer, Year, Loan, Lent> {
        @Override
        public Integer leftKey(Year year) {
            return year.year();
        }

        @Override
        public Integer rightKey(Loan loan) {
            return loan.year();
        }

        @Override
        public void process(Integer year, Dataset<Year> years, Dataset<Loan> loans, Output<Lent> out) {
            out.add(new Lent(year, years.stream().count(), loans.stream().count()));
        }
    }

    @Step
    record Rank() implements GlobalStep<Lent, Place> {
        @Override
        public void process(Dataset<Lent> all, Output<Place> out) {
            int place = 0;
            for (Lent lent : all) {
                out.add(new Place(++place, lent.year()));
            }
        }
    }

    @Step
    @BatchSize(3)
    record Publish() implements Sink<Place> {
        @Override
        public void write(Batch<Place> batch, BatchId id) {}
    }
}
