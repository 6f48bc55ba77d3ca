package dev.pileus.client;

import dev.pileus.api.Certificate;
import dev.pileus.api.Operation;
import dev.pileus.api.TrustToken;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// `/1.0/certificates`: whom the cluster trusts.
public final class CertificateCalls {
    private static final String CLIENT = "client";
    private static final String EXPLICIT_TOKEN = "explicit_trust_token";

    private final Calls calls;

    CertificateCalls(Calls calls) {
        this.calls = calls;
    }

    public List<Certificate> list() {
        return calls.send(certificates("GET").query("recursion", "1")).listOf(Certificate.class);
    }

    /// Trusts another client's certificate. Refused with 409 when it is trusted already.
    ///
    /// @param name for people
    /// @param projects the only ones the client may use; none means it may do everything
    public void add(String name, X509Certificate certificate, List<String> projects) {
        var content = addition(name, projects, "certificate", base64(certificate));
        calls.change(certificates("POST").body(content));
    }

    /// Trusts a certificate as an entry says. Refused with 409 when it is trusted already.
    public void add(Certificate entry) {
        calls.change(
                certificates("POST")
                        .body(
                                Map.of(
                                        "type", entry.type(),
                                        "name", entry.name(),
                                        "restricted", entry.restricted(),
                                        "projects", entry.projects(),
                                        "certificate", entry.certificate(),
                                        "description", entry.description())));
    }

    /// Has this client's own certificate trusted, by a token that somebody issued for it. Ask the
    /// endpoints that the token names: some servers know only tokens of their own.
    public void addWithToken(String token) {
        try {
            addSelf(Map.of("type", CLIENT, "trust_token", token));
        } catch (ClientException e) {
            // servers before `explicit_trust_token` look for it in the password; which product it
            // is
            // they do not tell a stranger
            if (!(e.failure() instanceof Failure.NotTrusted) || knowsTokenField()) {
                throw e;
            }
            addSelf(Map.of("type", CLIENT, "password", token));
        }
    }

    /// Has this client's own certificate trusted, by the password of an LXD up to 5.
    ///
    /// @param name for people
    public void addWithPassword(String name, String password) {
        addSelf(Map.of("type", CLIENT, "name", name, "password", password));
    }

    /// Has this server's own certificate trusted as that of a member to be, by a join token.
    ///
    /// @param member the name in the token
    public void addMemberWithToken(String member, String token) {
        addSelf(Map.of("type", "server", "name", member, "trust_token", token));
    }

    /// Has this server's own certificate trusted as that of a future member.
    ///
    /// @param name under which the server is going to join
    /// @param address where it will be: what cannot work does not cost the token
    /// @param secret the join token, or the trust password
    public void addMember(String name, String address, String secret) {
        addSelf(Map.of("type", "server", "name", name, "password", secret, "address", address));
    }

    /// Issues a token with which another client becomes trusted.
    ///
    /// @param name what the client will be called
    /// @param projects the only ones it may use; none means it may do everything
    public TrustToken createToken(String name, List<String> projects) {
        var answer = calls.send(certificates("POST").body(addition(name, projects, "token", true)));
        return Tokens.trust(answer.as(Operation.class))
                .orElseThrow(() -> answer.failed(new Failure.Unreadable("no token in the answer")));
    }

    /// No longer trusts a client, or a member left over from a failed join.
    public void delete(String fingerprint) {
        calls.change(Request.of("DELETE", "certificates", fingerprint));
    }

    private void addSelf(Map<String, String> content) {
        calls.change(certificates("POST").body(content));
    }

    private boolean knowsTokenField() {
        return new ServerCalls(calls).get().has(EXPLICIT_TOKEN);
    }

    private static Request certificates(String method) {
        return Request.of(method, "certificates");
    }

    private static Map<String, Object> addition(
            String name, List<String> projects, String key, Object value) {
        return Map.of(
                "type",
                CLIENT,
                "name",
                name,
                "restricted",
                !projects.isEmpty(),
                "projects",
                projects,
                key,
                value);
    }

    private static String base64(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("A certificate without DER form", e);
        }
    }
}
