package dev.pileus.api;

import java.util.Map;

/// The body of `POST /1.0/storage-pools`: a pool, or with `?target=` its part on one member.
public record NewStoragePool(
        String name, String driver, String description, Map<String, String> config) {
    public NewStoragePool {
        name = Absent.text(name);
        driver = Absent.text(driver);
        description = Absent.text(description);
        config = Absent.map(config);
    }
}
