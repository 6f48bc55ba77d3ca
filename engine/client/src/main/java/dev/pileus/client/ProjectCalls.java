package dev.pileus.client;

import dev.pileus.api.ConfigPatch;
import dev.pileus.api.NewProject;
import dev.pileus.api.Project;
import java.util.List;

/// `/1.0/projects`.
public final class ProjectCalls {
    private final Calls calls;

    ProjectCalls(Calls calls) {
        this.calls = calls;
    }

    public List<Project> list() {
        return calls.send(projects("GET").query("recursion", "1")).listOf(Project.class);
    }

    public void create(NewProject project) {
        calls.change(projects("POST").body(project));
    }

    /// Changes what the patch names, and leaves the rest.
    public void change(String name, ConfigPatch patch) {
        calls.change(Request.of("PATCH", "projects", name).body(patch));
    }

    public void delete(String name) {
        calls.change(Request.of("DELETE", "projects", name));
    }

    private static Request projects(String method) {
        return Request.of(method, "projects");
    }
}
