package dev.pileus.desktop.views;

import dev.pileus.api.Certificate;
import dev.pileus.desktop.actions.Entity;
import dev.pileus.desktop.cluster.ClusterCertificate;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.shell.Badge;
import dev.pileus.desktop.shell.View;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.UnreadPart;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Who the cluster trusts, in the columns of `incus config trust list`.
final class Certificates implements Listing<Certificates.Row> {
    /// A certificate.
    ///
    /// @param expiry the epoch where it cannot be read
    record Row(Certificate certificate, Instant expiry) {
        static Row of(Certificate certificate) {
            return new Row(
                    certificate,
                    ClusterCertificate.expiry(certificate.certificate()).orElse(Instant.EPOCH));
        }
    }

    /// As much of a fingerprint as the stock client shows.
    private static final int SHORT = 12;

    private static final Comparator<Row> BY_NAME =
            Comparator.comparing(row -> row.certificate().name(), NaturalOrder.IGNORING_CASE);

    private List<Certificate> read = List.of();
    private List<Row> rows = List.of();

    @Override
    public View.Place place() {
        return View.Place.CERTIFICATES;
    }

    @Override
    public Ikon icon() {
        return MaterialDesignC.CERTIFICATE_OUTLINE;
    }

    @Override
    public UnreadPart.Part part() {
        return UnreadPart.Part.CERTIFICATES;
    }

    @Override
    public List<Column<Row>> columns() {
        return List.of(
                Column.of("name", 130, row -> row.certificate().name()),
                Column.of("type", 80, row -> row.certificate().type()),
                Column.<Row>of("fingerprint", 125, row -> fingerprint(row.certificate())).code(),
                Column.moment("expiry", 140, Row::expiry),
                Column.word(
                        "restricted",
                        105,
                        row -> Phrase.of(restricted(row.certificate())),
                        row -> row.certificate().restricted() ? "yes" : "no"),
                Column.of("projects", 100, row -> String.join(", ", row.certificate().projects())),
                Column.of("description", 190, row -> row.certificate().description()));
    }

    /// Certificates are decoded only when they changed; images come every second.
    @Override
    public List<Row> rows(ClusterImage image) {
        if (!read.equals(image.certificates())) {
            read = image.certificates();
            rows = read.stream().map(Row::of).sorted(BY_NAME).toList();
        }
        return rows;
    }

    @Override
    public Entity entity(Row row) {
        return new Entity.Certificate(row.certificate().fingerprint());
    }

    @Override
    public Badge badge(ClusterImage image) {
        return Badge.of(image.certificates().size());
    }

    private static String fingerprint(Certificate certificate) {
        var whole = certificate.fingerprint();
        return whole.substring(0, Math.min(SHORT, whole.length()));
    }

    private static String restricted(Certificate certificate) {
        return certificate.restricted() ? "views.yes" : "views.no";
    }
}
