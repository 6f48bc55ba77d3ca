package dev.pileus.server.http.routes;

import dev.pileus.domain.Urls;
import dev.pileus.domain.warnings.WarningsService;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Listing;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;
import org.jspecify.annotations.Nullable;

/// `/1.0/warnings`.
public final class WarningRoutes implements Routes {
    private static final String WARNINGS = "/1.0/warnings";
    private static final String WARNING = WARNINGS + "/{uuid}";

    private final WarningsService warnings;

    public WarningRoutes(WarningsService warnings) {
        this.warnings = warnings;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.get(WARNINGS, Access.TRUSTED, this::list)
                .get(WARNING, Access.TRUSTED, this::show)
                .put(WARNING, Access.TRUSTED, this::update)
                .patch(WARNING, Access.TRUSTED, this::update)
                .delete(WARNING, Access.TRUSTED, this::delete);
    }

    private Answer list(Request request) {
        return Listing.of(request, warnings.list(), warning -> Urls.of("warnings", warning.uuid()));
    }

    private Answer show(Request request) {
        return Answer.of(warnings.get(request.parameter("uuid")));
    }

    private Answer update(Request request) {
        warnings.setStatus(request.parameter("uuid"), request.document(NewStatus.class).text());
        return Answer.done();
    }

    private Answer delete(Request request) {
        warnings.delete(request.parameter("uuid"));
        return Answer.done();
    }

    /// What an admin says of a warning.
    record NewStatus(@Nullable String status) {
        String text() {
            return status == null ? "" : status;
        }
    }
}
