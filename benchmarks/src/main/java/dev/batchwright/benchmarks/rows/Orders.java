package dev.batchwright.benchmarks.rows;

import dev.batchwright.benchmarks.rows.Order.Address;
import dev.batchwright.benchmarks.rows.Order.Customer;
import dev.batchwright.benchmarks.rows.Order.Line;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongFunction;

/** Orders, of one line to six. */
final class Orders {

    private static final List<String> COUNTRIES = List.of("AT", "BE", "DE", "ES", "FR", "IT", "NL", "PL", "PT", "SE");

    private final Texts texts;
    private final Random random = new Random(3);

    private Orders(Texts texts) {
        this.texts = texts;
    }

    static LongFunction<Order> open(Path corpus) throws IOException {
        return new Orders(new Texts(corpus))::order;
    }

    private Order order(long id) {
        return new Order(
                id,
                1_700_000_000_000L + 1000 * id + random.nextInt(1000),
                customer(),
                lines(),
                attributes(),
                payment());
    }

    private Customer customer() {
        String name = texts.phrase(random, 2);
        Address address = new Address(
                texts.word(random) + " " + (1 + random.nextInt(200)),
                texts.word(random),
                COUNTRIES.get(random.nextInt(COUNTRIES.size())),
                10_000 + random.nextInt(90_000));
        return new Customer(name, name.replace(' ', '.') + "@example.org", address);
    }

    private List<Line> lines() {
        int count = 1 + random.nextInt(6);
        List<Line> lines = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            lines.add(new Line(
                    texts.phrase(random, 2),
                    1 + random.nextInt(5),
                    99 + random.nextInt(50_000),
                    random.nextInt(4) == 0 ? 0.1 : 0));
        }
        return lines;
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("channel", random.nextBoolean() ? "web" : "phone");
        attributes.put("campaign", texts.word(random));
        if (random.nextBoolean()) {
            attributes.put("note", texts.phrase(random, 5));
        }
        return attributes;
    }

    private Payment payment() {
        return switch (random.nextInt(3)) {
            case 0 -> new Payment.Card(texts.phrase(random, 2), digits(4), 2027 + random.nextInt(5));
            case 1 -> new Payment.Transfer("DE" + digits(20), texts.phrase(random, 3));
            default -> new Payment.Voucher(digits(12), random.nextInt(10_000));
        };
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    static long digest(Order order) {
        long sum = order.id() + order.time() + RowShapes.sample(order.customer().email());
        sum += order.customer().address().postcode();
        for (Line line : order.lines()) {
            sum += RowShapes.sample(line.product()) + line.quantity() * line.cents();
        }
        sum += RowShapes.sample(order.attributes().getOrDefault("campaign", "?"));
        return sum + digest(order.payment());
    }

    private static long digest(Payment payment) {
        if (payment instanceof Payment.Card card) {
            return RowShapes.sample(card.holder()) + card.expiryYear();
        }
        if (payment instanceof Payment.Transfer transfer) {
            return RowShapes.sample(transfer.reference());
        }
        return payment instanceof Payment.Voucher voucher ? voucher.cents() : 0;
    }
}
