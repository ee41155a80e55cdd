package dev.batchwright.samples.corpus.dedup;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Ids in sets that can be joined, each known by the smallest id in it. */
final class DisjointSets {

    private final SortedMap<String, String> parents = new TreeMap<>();

    void join(String left, String right) {
        String leftRoot = smallest(left);
        String rightRoot = smallest(right);
        int order = leftRoot.compareTo(rightRoot);
        if (order < 0) {
            parents.put(rightRoot, leftRoot);
        } else if (order > 0) {
            parents.put(leftRoot, rightRoot);
        }
    }

    /** The smallest id of the set that an id is in. The path to it is halved on the way, which keeps paths short. */
    String smallest(String id) {
        String at = id;
        String parent = parent(at);
        while (!parent.equals(at)) {
            String grandparent = parent(parent);
            parents.put(at, grandparent);
            at = grandparent;
            parent = parent(at);
        }
        return at;
    }

    private String parent(String id) {
        return parents.computeIfAbsent(id, alone -> alone);
    }

    /** All ids that were ever joined, in order. */
    List<String> ids() {
        return List.copyOf(parents.keySet());
    }
}
