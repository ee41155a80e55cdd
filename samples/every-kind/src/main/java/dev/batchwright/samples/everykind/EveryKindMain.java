package dev.batchwright.samples.everykind;

import dev.batchwright.RunOptions;
import dev.batchwright.samples.everykind.columns.ColumnsRunner;
import dev.batchwright.samples.everykind.columns.MakeEverything;
import dev.batchwright.samples.everykind.weather.CorrectReading;
import dev.batchwright.samples.everykind.weather.ListStations;
import dev.batchwright.samples.everykind.weather.PublishRanking;
import dev.batchwright.samples.everykind.weather.RaiseAlarms;
import dev.batchwright.samples.everykind.weather.ReadArchive;
import dev.batchwright.samples.everykind.weather.ReadLive;
import dev.batchwright.samples.everykind.weather.WeatherCache;
import dev.batchwright.samples.everykind.weather.WeatherRunner;
import java.nio.file.Path;
import java.util.List;

/** Runs both pipelines and shows their reports. */
public final class EveryKindMain {

    private EveryKindMain() {}

    /**
     * Runs both pipelines.
     *
     * @param arguments the folder for their caches; {@code every-kind-cache} where none is given
     */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "every-kind-cache");
        WeatherRunner weather = WeatherRunner.builder()
                .readArchive(new ReadArchive(8, 2000))
                .correctReading(new CorrectReading(-0.5))
                .readLive(new ReadLive(3, 500))
                .raiseAlarms(new RaiseAlarms(-12))
                .listStations(new ListStations(
                        List.of("Aberg", "Bree", "Cairn", "Dune", "Esk", "Fell", "Glen", "Heath", "Isle")))
                .publishRanking(new PublishRanking(folder.resolve("ranking")))
                .build();
        System.out.println(weather.plan());
        System.out.println(weather.run(RunOptions.cacheAt(folder.resolve("weather"))));
        try (WeatherCache cache = WeatherCache.open(folder.resolve("weather"))) {
            cache.rankStations().forEach(System.out::println);
        }
        System.out.println(ColumnsRunner.builder()
                .makeEverything(new MakeEverything(1000))
                .build()
                .run(RunOptions.cacheAt(folder.resolve("columns"))));
    }
}
