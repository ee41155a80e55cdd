package dev.batchwright.processor;

import java.awt.geom.Rectangle2D;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A page as the JDK's parser of XML reads it. */
public final class ParsedPage {

    private final Document document;

    private ParsedPage(Document document) {
        this.document = document;
    }

    public static ParsedPage of(String text) throws Exception {
        return new ParsedPage(DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text))));
    }

    public List<Element> all(String tag) {
        return elements(document.getElementsByTagName(tag));
    }

    List<String> texts(String tag) {
        return all(tag).stream().map(Element::getTextContent).toList();
    }

    public List<Element> withClass(String tag, String cssClass) {
        return all(tag).stream()
                .filter(element -> Arrays.asList(element.getAttribute("class").split(" ", -1))
                        .contains(cssClass))
                .toList();
    }

    Element byId(String id) {
        List<Element> found = all("*").stream()
                .filter(element -> element.getAttribute("id").equals(id))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " elements have the id " + id);
        }
        return found.get(0);
    }

    /** The cells of each row of the table in a section. */
    List<List<String>> rowsOf(String section) {
        List<List<String>> rows = new ArrayList<>();
        for (Element row : elements(byId(section).getElementsByTagName("tr"))) {
            List<String> cells = elements(row.getChildNodes()).stream()
                    .map(Element::getTextContent)
                    .toList();
            rows.add(cells);
        }
        return rows.subList(1, rows.size());
    }

    /** The texts of a class within an element. */
    public List<String> textsWithin(Element element, String cssClass) {
        return elements(element.getElementsByTagName("text")).stream()
                .filter(text -> text.getAttribute("class").equals(cssClass))
                .map(Element::getTextContent)
                .toList();
    }

    /** What the boxes and tags of a drawing cover. */
    public List<Rectangle2D> boxes() {
        Element drawing = withClass("svg", "graph").get(0);
        return Stream.concat(withClass("g", "node").stream(), withClass("g", "tag").stream())
                .filter(group -> (drawing.compareDocumentPosition(group) & Node.DOCUMENT_POSITION_CONTAINED_BY) != 0)
                .map(ParsedPage::box)
                .toList();
    }

    /** What a group of rectangles and polygons covers. */
    private static Rectangle2D box(Element group) {
        Rectangle2D box = new Rectangle2D.Double();
        for (Element shape : elements(group.getChildNodes())) {
            Rectangle2D covered = new Rectangle2D.Double();
            if (shape.getTagName().equals("rect")) {
                covered.setRect(
                        number(shape, "x"), number(shape, "y"), number(shape, "width"), number(shape, "height"));
            } else if (shape.getTagName().equals("polygon")) {
                String[] points = shape.getAttribute("points").split(" ", -1);
                covered.setRect(Double.parseDouble(points[0]), Double.parseDouble(points[1]), 0, 0);
                for (int i = 0; i < points.length; i += 2) {
                    covered.add(Double.parseDouble(points[i]), Double.parseDouble(points[i + 1]));
                }
            }
            box = box.isEmpty() ? covered : covered.isEmpty() ? box : box.createUnion(covered);
        }
        return box;
    }

    private static double number(Element shape, String attribute) {
        return Double.parseDouble(shape.getAttribute(attribute));
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}
