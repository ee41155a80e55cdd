package demo;
import dev.batchwright.annotation.*;
import java.math.BigDecimal;
import java.time.*;
import java.util.*;
import org.jspecify.annotations.Nullable;
@Row(name = "All")
public record Everything(boolean a, byte b, short c, char d, int e, long f, float g, double h,
  Boolean ba, Byte bb, @Nullable Short bc, Character bd, Integer be, Long bf, Float bg, Double bh,
  String s, @Nullable String ns, byte[] bytes, byte @Nullable [] nbytes, Color color, @Nullable Color nc, BigDecimal dec, UUID uuid, Instant at,
  LocalDate day, LocalDateTime dayTime, Duration lasted,
  boolean[] za, short[] zc, char[] zd, int[] ze, long[] zf, float[] zg, double[] zh, float @Nullable [] nzg,
  List<String> tags, List<@Nullable String> ntags, @Nullable List<Integer> numbers, Set<Color> colors,
  Map<String, Long> counts, Map<String, @Nullable Meta> metas, Optional<String> os, Optional<List<String>> ol, Optional<Meta> om,
  Meta meta, @Nullable Meta nmeta, Shape shape, Box<String> sbox, Box<List<Meta>> lbox,
  List<List<Map<String, Optional<Meta>>>> deep,
  @Column(name = "cents", codec = MoneyCodec.class) Money money, @Nullable @Column(codec = MoneyCodec.class) Money nmoney,
  int in, String column, int get, String value, long row, String out, int size) {
  public enum Color { RED, GREEN }
  public record Meta(long at, Optional<String> author, @Column(codec = MoneyCodec.class) Money price) {}
  public record Box<T>(T held, int count) {}
  public sealed interface Shape permits Round, Square {}
  public sealed interface Round extends Shape permits Circle, Ellipse {}
  public record Circle(double radius) implements Round {}
  public record Ellipse(double a, double b) implements Round {}
  public record Square(double side) implements Shape {}
  public record Money(long cents) {}
  public static final class MoneyCodec implements dev.batchwright.ColumnCodec<Money, Long> {
    public MoneyCodec() {}
    @Override public Long encode(Money m) { return m.cents(); }
    @Override public Money decode(Long l) { return new Money(l); }
  }
}
