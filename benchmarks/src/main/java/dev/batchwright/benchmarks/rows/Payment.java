package dev.batchwright.benchmarks.rows;

import java.io.Serializable;

/** How an order is paid. */
public sealed interface Payment extends Serializable {

    /** By card. */
    record Card(String holder, String lastDigits, int expiryYear) implements Payment {}

    /** By bank. */
    record Transfer(String iban, String reference) implements Payment {}

    /** With a voucher, and the rest in cash. */
    record Voucher(String code, long cents) implements Payment {}
}
