package dev.pileus.desktop.i18n;

import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;

/// The bundles of all features as one, in the form that FXML wants.
final class EveryBundle extends ResourceBundle {
    private final Messages messages;

    EveryBundle(Messages messages) {
        this.messages = messages;
    }

    @Override
    protected Object handleGetObject(String key) {
        return messages.text(key);
    }

    @Override
    public boolean containsKey(String key) {
        return messages.has(key);
    }

    /// FXML asks for keys by name only.
    @Override
    public Enumeration<String> getKeys() {
        return Collections.emptyEnumeration();
    }
}
