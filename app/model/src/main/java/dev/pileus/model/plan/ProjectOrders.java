package dev.pileus.model.plan;

import dev.pileus.api.Instance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/// The orders in which a server may go through instances: by the internal id of their project, then
/// by name. `default` is always the first project; the ids of the others are not public, so each of
/// them is tried in each place.
final class ProjectOrders {
    private static final String FIRST = "default";

    private ProjectOrders() {}

    /// At least one; the first has the projects by name.
    static List<List<Instance>> of(List<Instance> instances) {
        var projects =
                instances.stream()
                        .map(Instance::project)
                        .filter(project -> !project.equals(FIRST))
                        .distinct()
                        .sorted()
                        .toList();
        var orders = new ArrayList<List<String>>();
        addRotations(orders, projects);
        addRotations(orders, projects.reversed());
        return orders.stream().distinct().map(order -> sorted(instances, order)).toList();
    }

    private static void addRotations(List<List<String>> orders, List<String> projects) {
        for (int i = 0; i < Math.max(1, projects.size()); i++) {
            var rotated = new ArrayList<>(projects);
            Collections.rotate(rotated, -i);
            rotated.addFirst(FIRST);
            orders.add(rotated);
        }
    }

    private static List<Instance> sorted(List<Instance> instances, List<String> projects) {
        return instances.stream()
                .sorted(
                        Comparator.comparingInt((Instance one) -> projects.indexOf(one.project()))
                                .thenComparing(Instance::name))
                .toList();
    }
}
