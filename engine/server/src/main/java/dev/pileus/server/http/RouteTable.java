package dev.pileus.server.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Every path that is served. Immutable.
public final class RouteTable {
    private record Path(PathTemplate template, Map<String, Route> methods) {}

    private final List<Path> paths;

    private RouteTable(List<Path> paths) {
        this.paths = List.copyOf(paths);
    }

    /// What is known about a method and a path.
    sealed interface Match {
        record Found(Route route, Map<String, String> parameters) implements Match {}

        record NoSuchMethod() implements Match {}

        record NoSuchPath() implements Match {}
    }

    public static RouteTable of(List<Routes> features) {
        var builder = new Builder();
        features.forEach(feature -> feature.addTo(builder));
        return builder.build();
    }

    /// @param segments of the path, decoded
    Match find(String method, List<String> segments) {
        for (var path : paths) {
            var parameters = path.template.match(segments);
            if (parameters.isPresent()) {
                var route = path.methods.get(method);
                return route == null
                        ? new Match.NoSuchMethod()
                        : new Match.Found(route, parameters.get());
            }
        }
        return new Match.NoSuchPath();
    }

    public List<Route> routes() {
        return paths.stream().flatMap(path -> path.methods.values().stream()).toList();
    }

    /// Collects routes while the server is put together.
    public static final class Builder {
        private final List<Path> paths = new ArrayList<>();

        private Builder() {}

        public Builder get(String path, Access access, RouteHandler handler) {
            return add("GET", path, access, handler);
        }

        public Builder head(String path, Access access, RouteHandler handler) {
            return add("HEAD", path, access, handler);
        }

        public Builder post(String path, Access access, RouteHandler handler) {
            return add("POST", path, access, handler);
        }

        public Builder put(String path, Access access, RouteHandler handler) {
            return add("PUT", path, access, handler);
        }

        public Builder patch(String path, Access access, RouteHandler handler) {
            return add("PATCH", path, access, handler);
        }

        public Builder delete(String path, Access access, RouteHandler handler) {
            return add("DELETE", path, access, handler);
        }

        private Builder add(String method, String path, Access access, RouteHandler handler) {
            var route = new Route(method, new PathTemplate(path), access, handler);
            if (path(route.path()).methods.put(method, route) != null) {
                throw new IllegalArgumentException(method + " " + path + " is there twice");
            }
            return this;
        }

        private Path path(PathTemplate template) {
            for (var path : paths) {
                if (path.template.equals(template)) {
                    return path;
                }
            }
            var path = new Path(template, new TreeMap<>());
            paths.add(path);
            return path;
        }

        private RouteTable build() {
            paths.sort(Comparator.comparingInt(path -> path.template.variables()));
            return new RouteTable(paths);
        }
    }
}
