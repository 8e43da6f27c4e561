package dev.kith.chart;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A picture, read back as XML. */
record Svg(Element root, List<Element> all) {

    record Placed(String text, double x, double y, double width) {}

    static Svg of(String text) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var root = factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)))
                    .getDocumentElement();
            var found = root.getElementsByTagName("*");
            var all = new ArrayList<Element>(List.of(root));
            for (var i = 0; i < found.getLength(); i++) {
                all.add((Element) found.item(i));
            }
            return new Svg(root, all);
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("no XML: " + text, e);
        }
    }

    Set<String> elements() {
        var names = new TreeSet<String>();
        all.forEach(element -> names.add(element.getTagName()));
        return names;
    }

    Set<String> attributes() {
        var names = new TreeSet<String>();
        for (var element : all) {
            for (var i = 0; i < element.getAttributes().getLength(); i++) {
                names.add(element.getAttributes().item(i).getNodeName());
            }
        }
        return names;
    }

    List<String> ids() {
        return all.stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    List<String> labelledBy() {
        return Arrays.stream(root.getAttribute("aria-labelledby").split(" "))
                .map(id -> all.stream()
                        .filter(element -> element.getAttribute("id").equals(id))
                        .findFirst()
                        .orElseThrow()
                        .getTextContent())
                .toList();
    }

    List<String> texts() {
        return named("text").stream().map(Element::getTextContent).toList();
    }

    List<Placed> placed() {
        return named("text").stream()
                .filter(text -> text.hasAttribute("textLength"))
                .map(text -> {
                    var width = number(text, "textLength");
                    var x = number(text, "x");
                    return new Placed(
                            text.getTextContent(),
                            switch (text.getAttribute("text-anchor")) {
                                case "middle" -> x - width / 2;
                                case "end" -> x - width;
                                default -> x;
                            },
                            number(text, "y"),
                            width);
                })
                .toList();
    }

    /** How many points each line of scores has; that of the legend is flat and short, and left out. */
    List<Integer> scoreLines() {
        var lines = named("polyline").stream()
                .filter(line -> line.getAttribute("stroke").equals(Ink.SCORE.light()))
                .map(line -> line.getAttribute("points").split(" ").length)
                .toList();
        return lines.isEmpty() ? lines : lines.subList(0, lines.size() - 1);
    }

    boolean hatched() {
        return named("path").stream().anyMatch(path -> path.hasAttribute("stroke-opacity"));
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private List<Element> named(String name) {
        return all.stream().filter(element -> element.getTagName().equals(name)).toList();
    }
}
