package dev.pileus.runtime.images;

import java.util.List;
import java.util.Map;

/// A file that an image wants written into its instances.
///
/// @param path in the instance
/// @param when the occasions: `create`, `copy`, `rename`, `start`
/// @param createOnly whether a file that is there stays as it is
/// @param template a file in the image's folder `templates`
record TemplateRule(
        String path,
        List<String> when,
        boolean createOnly,
        String template,
        Map<String, String> properties) {
    TemplateRule {
        when = List.copyOf(when);
        properties = Map.copyOf(properties);
    }
}
