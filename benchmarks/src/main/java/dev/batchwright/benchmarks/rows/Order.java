package dev.batchwright.benchmarks.rows;

import dev.batchwright.annotation.Row;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * A row of nested objects.
 *
 * @param id the number of the order
 * @param time milliseconds since 1970
 * @param customer who orders
 * @param lines what is ordered, one line or more
 * @param attributes whatever else is known of the order
 * @param payment how it is paid
 */
@Row
public record Order(
        long id, long time, Customer customer, List<Line> lines, Map<String, String> attributes, Payment payment)
        implements Serializable {

    /** Who orders. */
    public record Customer(String name, String email, Address address) implements Serializable {}

    /** Where somebody lives. */
    public record Address(String street, String city, String country, int postcode) implements Serializable {}

    /** A number of one product. */
    public record Line(String product, int quantity, long cents, double discount) implements Serializable {}
}
