package dev.batchwright.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.batchwright.benchmarks.measure.LineChart.Line;
import dev.batchwright.benchmarks.measure.LineChart.Point;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class LineChartTest {

    private static final LineChart CHART = new LineChart(
            "Memory & size",
            "input, GB",
            "peak, MB",
            List.of(
                    new Line("a <small> heap", List.of(new Point(1, 350), new Point(10, 352))),
                    new Line("another", List.of(new Point(1, 349), new Point(10, 354))),
                    new Line("a large one", List.of(new Point(1, 766), new Point(10, 839)))));

    private static List<Element> elements(LineChart chart, String tag) throws Exception {
        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(chart.toSvg().getBytes(StandardCharsets.UTF_8)));
        NodeList found = svg.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static List<String> texts(LineChart chart) throws Exception {
        return elements(chart, "text").stream().map(Element::getTextContent).toList();
    }

    @Test
    void isXmlWithItsTitleItsAxesAndANameForEveryLine() throws Exception {
        assertThat(texts(CHART))
                .contains("Memory & size", "input, GB", "peak, MB", "a <small> heap", "another", "a large one");
    }

    @Test
    void ticksAreRoundNumbersFromZeroToBeyondTheLargestPoint() throws Exception {
        assertThat(texts(CHART)).contains("0", "200", "1,000", "2", "10").doesNotContain("1,200", "12");
    }

    @Test
    void aLargerFigureIsHigherAndALargerInputIsFurtherRight() throws Exception {
        String[] points =
                elements(CHART, "polyline").get(2).getAttribute("points").trim().split("[ ,]", -1);
        assertThat(Double.parseDouble(points[2])).isGreaterThan(Double.parseDouble(points[0]));
        assertThat(Double.parseDouble(points[3])).isLessThan(Double.parseDouble(points[1]));
    }

    @Test
    void namesOfLinesThatEndAtOnePlaceDoNotCoverEachOther() throws Exception {
        List<Double> places = elements(CHART, "text").stream()
                .filter(text -> text.getTextContent().startsWith("a"))
                .map(text -> Double.parseDouble(text.getAttribute("y")))
                .sorted()
                .toList();
        assertThat(places).hasSize(3);
        assertThat(places.get(1) - places.get(0)).isGreaterThanOrEqualTo(18);
        assertThat(places.get(2) - places.get(1)).isGreaterThanOrEqualTo(18);
    }

    @Test
    void aChartOfNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LineChart("t", "x", "y", List.of()));
    }
}
