package dev.batchwright.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Goes through every order in which the tasks of some small runs can take their turns, with right and wrong predictions: none ends in a
 * state in which nobody can go on, the budget is never exceeded, and at the end everything is given back.
 */
class AdmissionSchedulesTest {

    private static final int LIMIT = 6;

    /** What a task holds, one turn after the other, and what it is predicted to need. */
    private record Script(long predicted, List<Integer> holds) {}

    private static final class Waits extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private static final class Yields extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** A task in one order of turns. */
    private static final class Runner implements TaskMemory.Task {

        private final Script script;
        private final long age;
        private long atLeast;
        private int turn;
        private @Nullable TaskMemory memory;
        private @Nullable StepMemory step;

        Runner(Script script, long age) {
            this.script = script;
            this.age = age;
        }

        @Override
        public String name() {
            return "task " + age;
        }

        @Override
        public long age() {
            return age;
        }

        @Override
        public void waiting() {
            throw new Waits();
        }

        @Override
        public RuntimeException surrender() {
            return new Yields();
        }

        boolean isDone() {
            return turn == script.holds().size();
        }

        /** Takes a turn; false where it has to wait. */
        boolean step(MemoryBudget budget) {
            if (memory == null) {
                memory = budget.admit(this, Math.max(atLeast, script.predicted()));
                if (memory == null) {
                    return false;
                }
                step = memory.step("step", bytes -> {});
                return true;
            }
            try {
                long more = script.holds().get(turn) - memory.held();
                StepMemory holder = Objects.requireNonNull(step);
                if (more > 0) {
                    holder.hold(more);
                } else {
                    holder.give(-more);
                }
            } catch (Waits e) {
                return false;
            } catch (Yields e) {
                atLeast = Math.max(atLeast, memory.peak());
                end();
                turn = 0;
                return true;
            }
            turn++;
            if (isDone()) {
                end();
            }
            return true;
        }

        private void end() {
            if (memory != null) {
                memory.close();
            }
            memory = null;
        }

        String state() {
            return turn + "," + atLeast + "," + (memory == null ? "-" : memory.held() + "/" + memory.granted());
        }
    }

    private static final class World {

        private final MemoryBudget budget = new MemoryBudget(LIMIT);
        private final List<Runner> runners = new ArrayList<>();

        World(List<Script> scripts) {
            for (Script script : scripts) {
                runners.add(new Runner(script, runners.size()));
            }
        }

        String state() {
            StringBuilder text = new StringBuilder();
            runners.forEach(runner -> text.append(runner.state()).append(';'));
            return text.toString();
        }

        boolean isDone() {
            return runners.stream().allMatch(Runner::isDone);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 6})
    void noOrderOfTurnsEndsInADeadlock(int predicted) {
        for (List<Script> scripts : runs(predicted)) {
            explore(scripts);
        }
    }

    /** Runs of two and of three tasks, each of which goes through one to three sizes up to the whole budget. */
    private static List<List<Script>> runs(int predicted) {
        List<List<Integer>> ways =
                List.of(List.of(6, 0), List.of(1, 6, 2), List.of(3, 5, 0), List.of(2, 4, 6), List.of(4, 1, 5));
        List<List<Script>> runs = new ArrayList<>();
        for (List<Integer> first : ways) {
            for (List<Integer> second : ways) {
                runs.add(List.of(new Script(predicted, first), new Script(predicted, second)));
                for (List<Integer> third : ways) {
                    runs.add(List.of(
                            new Script(predicted, first), new Script(predicted, second), new Script(predicted, third)));
                }
            }
        }
        return runs;
    }

    private static World replay(List<Script> scripts, List<Integer> turns) {
        World world = new World(scripts);
        for (int runner : turns) {
            world.runners.get(runner).step(world.budget);
        }
        return world;
    }

    /** Depth first over all states that can be reached. */
    private static void explore(List<Script> scripts) {
        Set<String> seen = new HashSet<>();
        Deque<List<Integer>> open = new ArrayDeque<>();
        open.push(List.of());
        boolean ended = false;
        while (!open.isEmpty()) {
            List<Integer> turns = open.pop();
            boolean canGoOn = false;
            for (int runner = 0; runner < scripts.size(); runner++) {
                World world = replay(scripts, turns);
                Runner next = world.runners.get(runner);
                if (next.isDone() || !next.step(world.budget)) {
                    continue;
                }
                canGoOn = true;
                assertThat(world.budget.peak()).isLessThanOrEqualTo(LIMIT);
                if (world.isDone()) {
                    ended = true;
                    assertThat(world.budget.held()).isZero();
                } else if (seen.add(world.state())) {
                    List<Integer> longer = new ArrayList<>(turns);
                    longer.add(runner);
                    open.push(longer);
                }
            }
            assertThat(canGoOn)
                    .as("somebody can go on after turns %s of %s", turns, scripts)
                    .isTrue();
        }
        assertThat(ended).isTrue();
    }
}
