package dev.pileus.server.http.routes;

import dev.pileus.api.ApiException;
import dev.pileus.api.NewProfile;
import dev.pileus.api.Profile;
import dev.pileus.api.ProfilePatch;
import dev.pileus.api.ProfileUpdate;
import dev.pileus.domain.Urls;
import dev.pileus.domain.profiles.ProfilesService;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Listing;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;
import dev.pileus.server.http.UsedBy;
import java.util.function.UnaryOperator;

/// `/1.0/profiles`.
public final class ProfileRoutes implements Routes {
    private static final String PROFILES = "/1.0/profiles";
    private static final String PROFILE = PROFILES + "/{name}";

    private final ProfilesService profiles;

    public ProfileRoutes(ProfilesService profiles) {
        this.profiles = profiles;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.get(PROFILES, Access.PROJECT, this::list)
                .post(PROFILES, Access.PROJECT, this::create)
                .get(PROFILE, Access.PROJECT, this::show)
                .put(PROFILE, Access.PROJECT, this::replace)
                .patch(PROFILE, Access.PROJECT, this::patch)
                .post(PROFILE, Access.PROJECT, this::rename)
                .delete(PROFILE, Access.PROJECT, this::delete);
    }

    private Answer list(Request request) {
        var all =
                request.allProjects() && request.caller().isUnrestricted()
                        ? profiles.listAll()
                        : profiles.list(request.project());
        return Listing.of(
                request,
                all.stream().map(profile -> shown(request, profile)).toList(),
                ProfileRoutes::url);
    }

    private Answer create(Request request) {
        demandOwn(request);
        var wanted = request.document(NewProfile.class);
        profiles.create(request.project(), wanted);
        return Answer.created(Urls.in(request.project(), "profiles", wanted.name()));
    }

    private Answer show(Request request) {
        var profile = profiles.get(request.project(), request.parameter("name"));
        return Answer.editable(shown(request, profile), profile.writable());
    }

    private static Profile shown(Request request, Profile profile) {
        return profile.usedBy(UsedBy.shown(request, profile.usedBy()));
    }

    private Answer replace(Request request) {
        var wanted = request.document(ProfileUpdate.class);
        return update(request, present -> wanted);
    }

    private Answer patch(Request request) {
        return update(request, request.document(ProfilePatch.class)::over);
    }

    private Answer update(Request request, UnaryOperator<ProfileUpdate> change) {
        demandOwn(request);
        profiles.update(
                request.project(),
                request.parameter("name"),
                present -> {
                    request.requireVersion(present);
                    return change.apply(present);
                });
        return Answer.done();
    }

    private Answer rename(Request request) {
        demandOwn(request);
        var name = request.document(NewName.class).text();
        profiles.rename(request.project(), request.parameter("name"), name);
        return Answer.created(Urls.in(request.project(), "profiles", name));
    }

    private Answer delete(Request request) {
        demandOwn(request);
        profiles.delete(request.project(), request.parameter("name"));
        return Answer.done();
    }

    /// A project without profiles of its own shows the default project's, and cannot change them.
    private void demandOwn(Request request) {
        if (!request.caller().mayUse(profiles.owner(request.project()))) {
            throw new ApiException(403, "not authorized");
        }
    }

    private static String url(Profile profile) {
        return Urls.in(profile.project(), "profiles", profile.name());
    }
}
