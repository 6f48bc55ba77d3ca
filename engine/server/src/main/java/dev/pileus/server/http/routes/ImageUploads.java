package dev.pileus.server.http.routes;

import dev.pileus.api.ApiException;
import dev.pileus.api.Image;
import dev.pileus.api.NewImage;
import dev.pileus.domain.images.ImageIntake;
import dev.pileus.domain.images.ImageWish;
import dev.pileus.domain.images.Parcel;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.UploadedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/// `POST /1.0/images`: a file, two files in a form, or a document that names a source. What headers
/// say of a file is written as `X-Incus-…` or `X-LXD-…`.
public final class ImageUploads {
    private static final String FORM = "multipart/form-data";
    private static final String FILE = "application/octet-stream";

    private final ImageIntake intake;
    private final Map<String, BiFunction<Request, NewImage, Answer>> sources;

    /// Takes files, and what the sources know how to fetch.
    ///
    /// @param sources by the type of a source, such as `instance`
    public ImageUploads(
            ImageIntake intake, Map<String, BiFunction<Request, NewImage, Answer>> sources) {
        this.intake = intake;
        this.sources = Map.copyOf(sources);
    }

    Answer begin(Request request) {
        var type = request.header("Content-Type").toLowerCase(Locale.ROOT);
        if (type.startsWith(FORM) || type.startsWith(FILE)) {
            var wish = wish(request);
            return Answer.accepted(intake.begin(request.project(), parcel(request, type), wish));
        }
        var wanted = request.document(NewImage.class);
        var source = sources.get(wanted.source().type());
        if (source == null) {
            throw new ApiException(
                    400, "Invalid image source type \"%s\"".formatted(wanted.source().type()));
        }
        return source.apply(request, wanted);
    }

    private Parcel parcel(Request request, String type) {
        var parcel = intake.expect();
        try {
            if (type.startsWith(FORM)) {
                return split(parcel, request.files(parcel.folder()));
            }
            try (var body = request.body()) {
                var size = Files.copy(body, parcel.metadata());
                if (size == 0) {
                    throw new ApiException(400, "Invalid request: it has no body");
                }
            }
            return parcel;
        } catch (IOException e) {
            intake.giveUp(parcel);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            intake.giveUp(parcel);
            throw e;
        }
    }

    /// The parts stand in this order: the fingerprint is made of them.
    private static Parcel split(Parcel parcel, List<UploadedFile> files) throws IOException {
        if (files.size() != 2 || !files.getFirst().part().equals("metadata")) {
            throw new ApiException(400, "Invalid multipart image");
        }
        switch (files.getLast().part()) {
            case "rootfs" -> {
                Files.move(files.getFirst().path(), parcel.metadata());
                Files.move(files.getLast().path(), parcel.rootfs());
            }
            case "rootfs.img" ->
                    throw new ApiException(400, "Images of virtual machines are not supported");
            default -> throw new ApiException(400, "Invalid multipart image");
        }
        return parcel.with(true);
    }

    private static ImageWish wish(Request request) {
        var properties = new LinkedHashMap<String, String>();
        parameters(request, "properties")
                .forEach((key, values) -> properties.put(key, values.getFirst()));
        return new ImageWish(
                header(request, "fingerprint"),
                header(request, "filename"),
                List.of("1", "true").contains(header(request, "public")),
                false,
                properties,
                aliases(request),
                Image.NEVER,
                profiles(request));
    }

    /// `alias=NAME`, or a name alone.
    private static List<Image.Alias> aliases(Request request) {
        var parameters = parameters(request, "aliases");
        var names =
                parameters.containsKey("alias")
                        ? parameters.get("alias")
                        : parameters.entrySet().stream()
                                .filter(entry -> entry.getValue().equals(List.of("")))
                                .map(Map.Entry::getKey)
                                .toList();
        return names.stream().map(name -> new Image.Alias(name, "")).toList();
    }

    private static List<String> profiles(Request request) {
        return header(request, "profiles").isEmpty()
                ? ImageWish.plain().profiles()
                : parameters(request, "profiles").getOrDefault("profile", List.of());
    }

    private static Map<String, List<String>> parameters(Request request, String name) {
        var parameters = request.parameters("X-Incus-" + name);
        return parameters.isEmpty() ? request.parameters("X-LXD-" + name) : parameters;
    }

    private static String header(Request request, String name) {
        var value = request.header("X-Incus-" + name);
        return value.isEmpty() ? request.header("X-LXD-" + name) : value;
    }
}
