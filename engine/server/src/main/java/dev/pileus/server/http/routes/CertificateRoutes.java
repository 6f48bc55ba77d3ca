package dev.pileus.server.http.routes;

import dev.pileus.api.ApiException;
import dev.pileus.api.Certificate;
import dev.pileus.domain.Urls;
import dev.pileus.domain.certificates.Admission;
import dev.pileus.domain.certificates.CertificateRequest;
import dev.pileus.domain.certificates.CertificateUpdate;
import dev.pileus.domain.certificates.CertificatesService;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;
import java.util.function.UnaryOperator;

/// `/1.0/certificates`: the trust store, and the way into it for strangers.
public final class CertificateRoutes implements Routes {
    private static final String CERTIFICATES = "/1.0/certificates";
    private static final String CERTIFICATE = CERTIFICATES + "/{fingerprint}";

    private final CertificatesService certificates;
    private final Admission admission;

    public CertificateRoutes(CertificatesService certificates, Admission admission) {
        this.certificates = certificates;
        this.admission = admission;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.get(CERTIFICATES, Access.TRUSTED, this::list)
                .post(CERTIFICATES, Access.PUBLIC, this::add)
                .get(CERTIFICATE, Access.TRUSTED, this::show)
                .put(CERTIFICATE, Access.TRUSTED, this::replace)
                .patch(CERTIFICATE, Access.TRUSTED, this::patch)
                .delete(CERTIFICATE, Access.TRUSTED, this::delete);
    }

    private Answer list(Request request) {
        var all = certificates.list();
        return request.wantsObjects()
                ? Answer.of(all)
                : Answer.of(all.stream().map(CertificateRoutes::url).toList());
    }

    private Answer add(Request request) {
        var wanted = request.document(CertificateRequest.class);
        var caller = request.caller();
        if (caller.isUnrestricted()) {
            return wanted.token()
                    ? Answer.accepted(certificates.issueToken(wanted))
                    : Answer.created(certificates.add(wanted));
        }
        if (caller.isTrusted()) {
            throw new ApiException(400, "Client is already trusted");
        }
        var host = caller.address().replaceFirst(":\\d+$", "");
        return Answer.created(admission.admit(wanted, request.certificate(), host));
    }

    private Answer show(Request request) {
        var certificate = certificates.get(request.parameter("fingerprint"));
        return Answer.editable(certificate, CertificateUpdate.of(certificate));
    }

    private Answer replace(Request request) {
        var wanted = request.document(CertificateUpdate.class);
        return update(request, current -> wanted);
    }

    private Answer patch(Request request) {
        return update(request, current -> request.patched(current, CertificateUpdate.class));
    }

    private Answer update(Request request, UnaryOperator<CertificateUpdate> change) {
        certificates.update(
                request.parameter("fingerprint"),
                found -> {
                    var current = CertificateUpdate.of(found);
                    request.requireVersion(current);
                    return change.apply(current);
                });
        return Answer.done();
    }

    private Answer delete(Request request) {
        certificates.delete(request.parameter("fingerprint"));
        return Answer.done();
    }

    private static String url(Certificate certificate) {
        return Urls.of("certificates", certificate.fingerprint());
    }
}
