package dev.pileus.server.http.routes;

import dev.pileus.api.NewImage;
import dev.pileus.domain.Urls;
import dev.pileus.domain.images.ImagePublishing;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Forwarder;
import dev.pileus.server.http.Request;

/// `POST /1.0/images` of an instance: done where the instance lives.
public final class PublishedInstances {
    private final ImagePublishing publishing;
    private final Forwarder forwarder;

    public PublishedInstances(ImagePublishing publishing, Forwarder forwarder) {
        this.publishing = publishing;
        this.forwarder = forwarder;
    }

    /// Publishes it here, or has its member do it.
    public Answer publish(Request request, NewImage wanted) {
        var instance = publishing.source(request.project(), wanted);
        if (publishing.isHere(instance)) {
            return Answer.accepted(publishing.publish(instance, wanted));
        }
        var path = ImageRoutes.IMAGES + "?project=" + Urls.encode(request.project());
        return forwarder.commission(request, instance.location(), path, wanted);
    }
}
