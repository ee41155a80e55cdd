package dev.batchwright.benchmarks.rows;

import dev.batchwright.annotation.Row;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A wide row of many types: what a shop may know of a product. */
@Row
public record Listing(
        long id,
        String title,
        String brand,
        Condition condition,
        double price,
        double listPrice,
        int stock,
        int sold,
        int views,
        float rating,
        int ratings,
        boolean visible,
        boolean shippedFree,
        long seller,
        String sellerCity,
        String category,
        LocalDate listed,
        Instant changed,
        double weight,
        double width,
        double height,
        double depth,
        List<String> tags,
        String description)
        implements Serializable {

    /** In what shape a product is. */
    public enum Condition {
        NEW,
        REFURBISHED,
        USED
    }
}
