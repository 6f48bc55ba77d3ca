package dev.pileus.desktop.wizards.connect;

import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What the user typed and chose. It outlives the pages: neither Back nor another language loses
/// it. Holds secrets; never log it.
final class Inputs {
    /// How the server is told.
    enum Way {
        FOUND,
        ADDRESS,
        TOKEN,
        SOCKET
    }

    /// How the server gets to trust us.
    enum Introduction {
        TOKEN,
        PASSWORD,
        BY_HAND
    }

    private final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.FOUND);
    private final ObjectProperty<Optional<Offer>> offer =
            new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty token = new SimpleStringProperty("");
    private final StringProperty socket = new SimpleStringProperty("");
    private final StringProperty expected = new SimpleStringProperty("");
    private final ObjectProperty<Introduction> introduction =
            new SimpleObjectProperty<>(Introduction.TOKEN);
    private final StringProperty trustToken = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final StringProperty name = new SimpleStringProperty("");

    ObjectProperty<Way> way() {
        return way;
    }

    /// Which of the found servers.
    ObjectProperty<Optional<Offer>> offer() {
        return offer;
    }

    StringProperty address() {
        return address;
    }

    /// A token instead of an address.
    StringProperty token() {
        return token;
    }

    StringProperty socket() {
        return socket;
    }

    /// The fingerprint that the presented one is compared with.
    StringProperty expected() {
        return expected;
    }

    ObjectProperty<Introduction> introduction() {
        return introduction;
    }

    StringProperty trustToken() {
        return trustToken;
    }

    StringProperty password() {
        return password;
    }

    StringProperty name() {
        return name;
    }

    /// Everything above.
    List<Observable> all() {
        return List.of(
                way,
                offer,
                address,
                token,
                socket,
                expected,
                introduction,
                trustToken,
                password,
                name);
    }

    void forgetSecrets() {
        token.set("");
        trustToken.set("");
        password.set("");
    }
}
