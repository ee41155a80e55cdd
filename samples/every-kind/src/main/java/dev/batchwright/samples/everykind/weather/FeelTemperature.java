package dev.batchwright.samples.everykind.weather;

import dev.batchwright.MapStep;
import dev.batchwright.annotation.Step;

/**
 * The left branch of a zip. Wind chill counts where it is cold, by the formula of the American weather service.
 *
 * @see <a href="https://www.weather.gov/epz/wxcalc_windchill">wind chill</a>
 */
@Step
public record FeelTemperature() implements MapStep<Reading, FeltTemperature> {

    private static final double COLD = 10;
    private static final double BREEZE_KMH = 4.8;

    @Override
    public FeltTemperature map(Reading reading) {
        return new FeltTemperature(reading.station(), reading.minute(), felt(reading.celsius(), 3.6 * reading.wind()));
    }

    private static double felt(double celsius, double windKmh) {
        if (celsius > COLD || windKmh < BREEZE_KMH) {
            return celsius;
        }
        double chill = Math.pow(windKmh, 0.16);
        return 13.12 + 0.6215 * celsius - 11.37 * chill + 0.3965 * celsius * chill;
    }
}
