package dev.batchwright.samples.everykind.weather;

import dev.batchwright.annotation.Flow;
import dev.batchwright.annotation.Pipeline;

/**
 * Every kind of step. The numbers below are those of the flows:
 *
 * <ol>
 *   <li>Readings come from an archive, are cleaned, and each is put into words.
 *   <li>A union: what is read live follows what is in the archive, because its flow is written second.
 *   <li>A fork, and a zip: {@link CorrectReading} feeds two branches that make one row out of each of its rows, so {@link
 *       WriteBulletin} can join them row by row. The left branch is the one whose rows it takes first.
 *   <li>Bulletins become any number of alarms, and alarms go out by batches.
 *   <li>A third branch groups the readings by station, and a co-group joins in what is known of the station.
 *   <li>The other input of that join, on to a step that has to see all rows, and to a sink.
 * </ol>
 */
@Pipeline
@Flow({ReadArchive.class, DropFaulty.class, CorrectReading.class, FeelTemperature.class, WriteBulletin.class})
@Flow({ReadLive.class, DropFaulty.class})
@Flow({CorrectReading.class, NameCondition.class, WriteBulletin.class})
@Flow({WriteBulletin.class, RaiseAlarms.class, DigestAlarms.class})
@Flow({CorrectReading.class, SummariseStation.class, JoinStation.class})
@Flow({ListStations.class, JoinStation.class, RankStations.class, PublishRanking.class})
public interface Weather {}
