package dev.batchwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is generated for a row with every column type, at work. */
class GeneratedRowsTest {

    private static final String DRIVER = "demo.EverythingRoundTrip";

    private static LoadedClasses classes;

    @BeforeAll
    static void compile() {
        classes = new LoadedClasses(
                Compiling.cleanly(List.of(Sources.resource("Everything"), Sources.resource("EverythingRoundTrip"))));
    }

    @Test
    void wholeRowsComeBack() throws Exception {
        assertThat(classes.run(DRIVER, "wholeRows")).isEqualTo(true);
    }

    @Test
    void columnsComeBackOneByOne() throws Exception {
        assertThat(classes.run(DRIVER, "columns")).isEqualTo(true);
    }

    @Test
    void nullsTakeNoSpaceAndNeverFailTheEstimate() throws Exception {
        assertThat(classes.run(DRIVER, "sizes")).isEqualTo(true);
    }

    @Test
    void collectionsReadBackCannotBeModifiedAndKeepTheirOrder() throws Exception {
        assertThat(classes.run(DRIVER, "collectionsCannotBeModified")).isEqualTo(true);
    }

    @Test
    void aNullWhereNoneMayBeNamesRecordAndComponent() throws Exception {
        assertThat(classes.run(DRIVER, "nullError")).asString().startsWith("Everything.ba is null.");
    }

    @Test
    void theSchemaFollowsTheRecord() throws Exception {
        assertThat(classes.run(DRIVER, "schema"))
                .asString()
                .startsWith(
                        "All{a:boolean,b:byte,c:short,d:char,e:int,f:long,g:float,h:double,ba:boolean,bb:byte,bc:short?")
                .contains("nbytes:bytes?", "nzg:array<float>?", "ntags:list<string?>", "numbers:list<int>?")
                .contains("colors:set<enum Color(RED,GREEN)>", "counts:map<long>")
                .contains("metas:map<{at:long,author:optional<string>,price:long}?>")
                .contains("shape:union(Circle{radius:double}|Ellipse{a:double,b:double}|Square{side:double})")
                .contains("sbox:{held:string,count:int}", "cents:long", "nmoney:long?")
                .contains("deep:list<list<map<optional<{at:long,author:optional<string>,price:long}>>>>");
    }
}
