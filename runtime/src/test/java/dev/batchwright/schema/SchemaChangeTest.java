package dev.batchwright.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which schemas can be read as which others. */
class SchemaChangeTest {

    /** What each number may become: exactly what loses nothing. */
    private static final Map<ScalarType, Set<ScalarType>> WIDENED = Map.of(
            ScalarType.BYTE, Set.of(ScalarType.SHORT, ScalarType.INT, ScalarType.LONG, ScalarType.DOUBLE),
            ScalarType.SHORT, Set.of(ScalarType.INT, ScalarType.LONG, ScalarType.DOUBLE),
            ScalarType.INT, Set.of(ScalarType.LONG, ScalarType.DOUBLE),
            ScalarType.FLOAT, Set.of(ScalarType.DOUBLE));

    @ParameterizedTest
    @EnumSource(ScalarType.class)
    void widensNumbersWhereNothingIsLost(ScalarType stored) {
        for (ScalarType wanted : ScalarType.values()) {
            SchemaChange change = between("{a:" + stored.describe() + "}", "{a:" + wanted.describe() + "}");

            boolean same = stored == wanted;
            boolean widened = WIDENED.getOrDefault(stored, Set.of()).contains(wanted);
            String what = "column a was " + stored.describe() + " and is " + wanted.describe();
            assertThat(change.isReadable()).as(what).isEqualTo(same || widened);
            assertThat(change.changes()).isEqualTo(widened ? List.of(what) : List.of());
            assertThat(change.obstacles()).isEqualTo(same || widened ? List.of() : List.of(what));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "{a:int} # {a:int,b:string?} # column b is new",
                "{a:int} # {b:optional<string>,a:int} # column b is new",
                "{} # {b:list<int>?} # column b is new",
                "{a:int?} # {a:long?} # column a was int and is long",
                "{a:optional<int>} # {a:optional<double>} # column a was int and is double",
                "{a:list<float?>} # {a:list<double?>} # column a[] was float and is double",
                "{a:set<byte>} # {a:set<short>} # column a[] was byte and is short",
                "{a:map<short>} # {a:map<int>} # column a{} was short and is int",
                "{a:array<int>} # {a:array<long>} # column a was array<int> and is array<long>",
                "{a:{b:int}} # {a:{b:int,c:{d:int}?}} # column a.c is new",
                "{a:list<map<optional<{b:int}>>>} # {a:list<map<optional<{b:long}>>>} # column a[]{}.b was int and is long",
                "{a:union(A{x:int}|B{})} # {a:union(A{x:int,y:int?}|B{z:int?})} # column a.A.y is new; column a.B.z is new",
                "{a:int,b:int} # {a:long,c:int?,b:int} # column a was int and is long; column c is new"
            })
    void saysWhatHasGrown(String stored, String wanted, String changes) {
        SchemaChange change = between(stored, wanted);

        assertThat(change.obstacles()).isEmpty();
        assertThat(String.join("; ", change.changes())).isEqualTo(changes);
        assertThat(change.evolution().isSame()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "{a:int} # {} # column a is gone",
                "{a:int} # {b:int} # column a is gone; column b is new, and is neither @Nullable nor an Optional",
                "{a:int,b:int} # {b:int,a:int} # the columns stand in another order",
                "{n:{a:int,b:int}} # {n:{b:int,a:int}} # the columns of n stand in another order",
                "{a:int} # {a:int?} # column a may be null, and might not before",
                "{a:int?} # {a:int} # column a may be null no longer",
                "{a:int?} # {a:optional<int>} # column a was int and is optional<int>; column a may be null no longer",
                "{a:list<int>} # {a:list<int?>} # column a[] may be null, and might not before",
                "{a:map<int?>} # {a:map<int>} # column a{} may be null no longer",
                "{a:list<int>} # {a:set<int>} # column a was list<int> and is set<int>",
                "{a:list<int>} # {a:array<int>} # column a was list<int> and is array<int>",
                "{a:array<long>} # {a:array<double>} # column a was array<long> and is array<double>",
                "{a:enum E(A)} # {a:enum E(A,B)} # column a was enum E(A) and is enum E(A,B)",
                "{a:enum E(A)} # {a:enum F(A)} # column a was enum E(A) and is enum F(A)",
                "{a:union(A{})} # {a:union(A{}|B{})} # column a was union(A{}) and is union(A{}|B{})",
                "{a:union(A{x:int})} # {a:union(A{x:byte})} # column a.A.x was int and is byte",
                "{n:{a:int}} # {n:{a:int,b:int}} # column n.b is new, and is neither @Nullable nor an Optional"
            })
    void saysWhatIsInTheWay(String stored, String wanted, String obstacles) {
        SchemaChange change = between(stored, wanted);

        assertThat(change.obstacles()).containsExactlyInAnyOrder(obstacles.split("; "));
        assertThat(change.isReadable()).isFalse();
        assertThatThrownBy(change::evolution).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void findsNoDifferenceInNamesThatAreNotStored() {
        RecordType stored = RecordType.named("Old")
                .column(
                        "inner",
                        RecordType.named("Was").column("a", ScalarType.INT).build())
                .build();
        RecordType wanted = RecordType.named("New")
                .column(
                        "inner",
                        RecordType.named("Is").column("a", ScalarType.INT).build())
                .build();

        SchemaChange change = SchemaChange.between(stored, wanted);

        assertThat(change.evolution().isSame()).isTrue();
        assertThat(change.changes()).isEmpty();
    }

    @Test
    void tellsWhereEachColumnWasStored() {
        Evolution row = between("{a:int,b:int}", "{x:int?,a:int,y:int?,b:long}").evolution();

        assertThat(List.of(row.place(0), row.place(1))).containsExactly(1, 3);
        assertThat(List.of(row.storedColumn(0), row.storedColumn(1), row.storedColumn(2), row.storedColumn(3)))
                .containsExactly(Evolution.ABSENT, 0, Evolution.ABSENT, 1);
        assertThat(row.part(0).isSame()).isTrue();
        assertThat(row.part(1).isSame()).isFalse();
    }

    private static SchemaChange between(String stored, String wanted) {
        return SchemaChange.between(RecordType.parse(stored), RecordType.parse(wanted));
    }
}
