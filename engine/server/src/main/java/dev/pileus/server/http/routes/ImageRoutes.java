package dev.pileus.server.http.routes;

import dev.pileus.api.ApiException;
import dev.pileus.api.Image;
import dev.pileus.api.ImagePatch;
import dev.pileus.api.ImageUpdate;
import dev.pileus.domain.Urls;
import dev.pileus.domain.images.ImageSecrets;
import dev.pileus.domain.images.ImagesService;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Listing;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;
import java.util.function.UnaryOperator;

/// `/1.0/images`. Strangers see public images, and those whose secret they know.
public final class ImageRoutes implements Routes {
    static final String IMAGES = "/1.0/images";
    private static final String IMAGE = IMAGES + "/{fingerprint}";

    private final ImagesService images;
    private final ImageSecrets secrets;
    private final ImageUploads uploads;

    public ImageRoutes(ImagesService images, ImageSecrets secrets, ImageUploads uploads) {
        this.images = images;
        this.secrets = secrets;
        this.uploads = uploads;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.get(IMAGES, Access.PUBLIC, this::list)
                .post(IMAGES, Access.PROJECT, this::create)
                .get(IMAGE, Access.PUBLIC, this::show)
                .put(IMAGE, Access.PROJECT, this::replace)
                .patch(IMAGE, Access.PROJECT, this::patch)
                .delete(IMAGE, Access.PROJECT, this::delete)
                .get(IMAGE + "/export", Access.PUBLIC, this::export)
                .post(IMAGE + "/secret", Access.PROJECT, this::secret)
                .post(IMAGE + "/refresh", Access.PROJECT, this::refresh);
    }

    private Answer list(Request request) {
        var all = request.allProjects() && request.caller().isUnrestricted();
        var seen =
                (all ? images.listAll() : images.list(request.project()))
                        .stream().filter(image -> all || maySee(request, image)).toList();
        return Listing.of(request, seen, ImageRoutes::url);
    }

    private Answer create(Request request) {
        demandOwn(request);
        return uploads.begin(request);
    }

    private Answer show(Request request) {
        var image = visible(request);
        return Answer.editable(image, image.writable());
    }

    private Answer replace(Request request) {
        var wanted = request.document(ImageUpdate.class);
        return update(request, present -> wanted);
    }

    private Answer patch(Request request) {
        return update(request, request.document(ImagePatch.class)::over);
    }

    private Answer update(Request request, UnaryOperator<ImageUpdate> change) {
        demandOwn(request);
        images.update(
                request.project(),
                request.parameter("fingerprint"),
                present -> {
                    request.requireVersion(present);
                    return change.apply(present);
                });
        return Answer.done();
    }

    private Answer delete(Request request) {
        demandOwn(request);
        return Answer.accepted(images.delete(request.project(), request.parameter("fingerprint")));
    }

    private Answer export(Request request) {
        var image = visible(request);
        if (!maySee(request, image) && !secrets.use(image, request.query("secret"))) {
            throw unknown(request);
        }
        var files = images.files(image.fingerprint());
        images.tellRetrieved(image);
        return ImageDownload.of(files);
    }

    private Answer secret(Request request) {
        demandOwn(request);
        return Answer.accepted(
                secrets.issue(images.get(request.project(), request.parameter("fingerprint"))));
    }

    private Answer refresh(Request request) {
        demandOwn(request);
        var image = images.get(request.project(), request.parameter("fingerprint"));
        throw new ApiException(
                400,
                "Image \"%s\" does not follow an image of another server, so it cannot be refreshed"
                        .formatted(image.fingerprint()));
    }

    /// What the caller may not see looks as if it were not there.
    private Image visible(Request request) {
        var image = images.get(request.project(), request.parameter("fingerprint"));
        if (!maySee(request, image) && !secrets.opens(image, request.query("secret"))) {
            throw unknown(request);
        }
        return image;
    }

    private static boolean maySee(Request request, Image image) {
        return image.isPublic() || request.caller().mayUse(request.project());
    }

    private static ApiException unknown(Request request) {
        return new ApiException(
                404, "Image \"%s\" not found".formatted(request.parameter("fingerprint")));
    }

    /// A project without images of its own shows the default project's, and cannot change them.
    private void demandOwn(Request request) {
        if (!request.caller().mayUse(images.owner(request.project()))) {
            throw new ApiException(403, "not authorized");
        }
    }

    private static String url(Image image) {
        return Urls.in(image.project(), "images", image.fingerprint());
    }
}
