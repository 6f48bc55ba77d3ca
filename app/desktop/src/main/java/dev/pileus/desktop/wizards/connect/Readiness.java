package dev.pileus.desktop.wizards.connect;

import dev.pileus.client.Endpoint;
import dev.pileus.desktop.i18n.Phrase;
import java.util.Optional;

/// Whether a page holds all that the next step needs.
final class Readiness {
    private final Inputs inputs;
    private final ConnectServices services;

    Readiness(Inputs inputs, ConnectServices services) {
        this.inputs = inputs;
        this.services = services;
    }

    boolean allowsNext(State state) {
        return state.waiting().isEmpty()
                && switch (state.page()) {
                    case Page.Choose _ -> hasServer();
                    case Page.Reach _ -> true;
                    case Page.Compare compare -> compare(compare).allowsToGoOn();
                    case Page.Mismatch _ -> false;
                    case Page.Trust trust -> canIntroduce();
                    case Page.Name name -> !inputs.name().get().isBlank() && isFree(name);
                };
    }

    TokenReading token() {
        return TokenReading.of(inputs.token().get(), services.time().instant());
    }

    TokenReading trustToken() {
        return TokenReading.of(inputs.trustToken().get(), services.time().instant());
    }

    Comparison compare(Page.Compare page) {
        return Comparison.of(inputs.expected().get(), page.fingerprint());
    }

    /// What is wrong with the address; nothing while there is none.
    Optional<Phrase> addressFault() {
        var text = inputs.address().get();
        return text.isBlank() || isEndpoint(text)
                ? Optional.empty()
                : Optional.of(Phrase.of("connect.address.bad", text.strip()));
    }

    /// What is wrong with the name.
    Optional<Phrase> nameFault(Page.Name page) {
        return new Names(services.book())
                .takenBy(inputs.name().get(), page.cluster().connection())
                .map(other -> Phrase.of("connect.name.taken", Where.first(other)));
    }

    private boolean isFree(Page.Name page) {
        return nameFault(page).isEmpty();
    }

    private boolean hasServer() {
        return switch (inputs.way().get()) {
            case FOUND -> inputs.offer().get().filter(Offer::usable).isPresent();
            case ADDRESS -> !inputs.address().get().isBlank() && isEndpoint(inputs.address().get());
            case TOKEN -> token() instanceof TokenReading.Usable;
            case SOCKET -> isEndpoint("unix:" + inputs.socket().get().strip());
        };
    }

    private boolean canIntroduce() {
        return switch (inputs.introduction().get()) {
            case TOKEN -> trustToken() instanceof TokenReading.Usable;
            case PASSWORD -> !inputs.password().get().isEmpty();
            case BY_HAND -> true;
        };
    }

    private static boolean isEndpoint(String text) {
        try {
            Endpoint.parse(text);
            return true;
        } catch (IllegalArgumentException unusable) {
            return false;
        }
    }
}
