package dev.pileus.server.http.routes;

import dev.pileus.api.ConfigPatch;
import dev.pileus.api.ConfigUpdate;
import dev.pileus.api.NewProject;
import dev.pileus.api.Project;
import dev.pileus.domain.Urls;
import dev.pileus.domain.operations.OperationsService;
import dev.pileus.domain.operations.Task;
import dev.pileus.domain.projects.ProjectsService;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Listing;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;
import java.util.function.UnaryOperator;

/// `/1.0/projects`.
public final class ProjectRoutes implements Routes {
    private static final String PROJECTS = "/1.0/projects";
    private static final String PROJECT = PROJECTS + "/{name}";

    private final ProjectsService projects;
    private final OperationsService operations;

    public ProjectRoutes(ProjectsService projects, OperationsService operations) {
        this.projects = projects;
        this.operations = operations;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.get(PROJECTS, Access.CLIENT, this::list)
                .post(PROJECTS, Access.TRUSTED, this::create)
                .get(PROJECT, Access.CLIENT, this::show)
                .put(PROJECT, Access.TRUSTED, this::replace)
                .patch(PROJECT, Access.TRUSTED, this::patch)
                .post(PROJECT, Access.TRUSTED, this::rename)
                .delete(PROJECT, Access.TRUSTED, this::delete)
                .get(PROJECT + "/state", Access.CLIENT, this::state);
    }

    private Answer list(Request request) {
        var visible =
                projects.list().stream()
                        .filter(project -> request.caller().mayUse(project.name()))
                        .toList();
        return Listing.of(request, visible, project -> Urls.of("projects", project.name()));
    }

    private Answer create(Request request) {
        var wanted = request.document(NewProject.class);
        projects.create(wanted);
        return Answer.created(Urls.of("projects", wanted.name()));
    }

    private Answer show(Request request) {
        var project = visible(request);
        return Answer.editable(project, project.writable());
    }

    private Answer replace(Request request) {
        var wanted = request.document(ConfigUpdate.class);
        return update(request, present -> wanted);
    }

    private Answer patch(Request request) {
        return update(request, request.document(ConfigPatch.class)::over);
    }

    private Answer update(Request request, UnaryOperator<ConfigUpdate> change) {
        projects.update(
                request.parameter("name"),
                present -> {
                    request.requireVersion(present);
                    return change.apply(present);
                });
        return Answer.done();
    }

    /// In the background, as clients expect it.
    private Answer rename(Request request) {
        var name = request.parameter("name");
        var newName = request.document(NewName.class).text();
        projects.checkRename(name, newName);
        return Answer.accepted(
                operations.start(
                        Task.of("Renaming project", progress -> projects.rename(name, newName))));
    }

    private Answer delete(Request request) {
        projects.delete(request.parameter("name"));
        return Answer.done();
    }

    private Answer state(Request request) {
        return Answer.of(projects.state(visible(request)));
    }

    /// Somebody who is limited to other projects learns nothing, not even that it exists.
    private Project visible(Request request) {
        var project = projects.get(request.parameter("name"));
        if (!request.caller().mayUse(project.name())) {
            throw ProjectsService.unknown();
        }
        return project;
    }
}
