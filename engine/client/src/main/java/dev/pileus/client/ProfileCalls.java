package dev.pileus.client;

import dev.pileus.api.NewProfile;
import dev.pileus.api.Profile;
import dev.pileus.api.ProfilePatch;
import java.util.List;

/// `/1.0/profiles`, of one project.
public final class ProfileCalls {
    private final Calls calls;

    ProfileCalls(Calls calls) {
        this.calls = calls;
    }

    public List<Profile> list(String project) {
        return calls.send(profiles("GET", project).query("recursion", "1")).listOf(Profile.class);
    }

    public void create(String project, NewProfile profile) {
        calls.change(profiles("POST", project).body(profile));
    }

    /// Changes what the patch names, and leaves the rest.
    public void change(String project, String name, ProfilePatch patch) {
        calls.change(Request.of("PATCH", "profiles", name).query("project", project).body(patch));
    }

    public void delete(String project, String name) {
        calls.change(Request.of("DELETE", "profiles", name).query("project", project));
    }

    private static Request profiles(String method, String project) {
        return Request.of(method, "profiles").query("project", project);
    }
}
