package dev.pileus.server.http.routes;

import dev.pileus.api.ApiException;
import dev.pileus.domain.images.ImageCopies;
import dev.pileus.domain.images.ImagesService;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;

/// `/internal/images`: what members ask each other about the files of images.
public final class InternalImageRoutes implements Routes {
    private static final String IMAGE = "/internal/images/{fingerprint}";

    private final ImagesService images;
    private final ImageCopies copies;

    public InternalImageRoutes(ImagesService images, ImageCopies copies) {
        this.images = images;
        this.copies = copies;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.get(IMAGE + "/{part}", Access.MEMBER, this::give)
                .post(IMAGE, Access.MEMBER, this::fetch)
                .delete(IMAGE, Access.MEMBER, this::forget);
    }

    private Answer give(Request request) {
        var part = request.parameter("part");
        return images.filesHere(request.parameter("fingerprint")).stream()
                .filter(file -> file.part().equals(part))
                .findFirst()
                .map(ImageDownload::unified)
                .orElseThrow(() -> new ApiException(404, "Image not found"));
    }

    private Answer fetch(Request request) {
        copies.demandHere(request.parameter("fingerprint"));
        return Answer.done();
    }

    private Answer forget(Request request) {
        copies.forget(request.parameter("fingerprint"));
        return Answer.done();
    }
}
