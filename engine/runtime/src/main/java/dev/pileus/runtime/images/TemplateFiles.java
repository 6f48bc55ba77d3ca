package dev.pileus.runtime.images;

import dev.pileus.api.ApiException;
import dev.pileus.domain.instances.ImageTemplates;
import dev.pileus.domain.instances.StoredInstance;
import dev.pileus.domain.instances.Volume;
import dev.pileus.domain.instances.files.FileProblem;
import dev.pileus.domain.instances.files.FileTree;
import dev.pileus.domain.instances.files.Opening;
import dev.pileus.runtime.files.ContainerFiles;
import dev.pileus.runtime.files.TreePaths;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes files into instances that are down. No path leaves the root file system.
public final class TemplateFiles implements ImageTemplates {
    private static final Logger LOG = LoggerFactory.getLogger(TemplateFiles.class);

    private final TemplateLanguage language = new TemplateLanguage();
    private final ContainerFiles files = new ContainerFiles();

    @Override
    public void apply(Volume volume, StoredInstance instance, String occasion) {
        var due =
                rules(volume, instance).stream()
                        .filter(rule -> rule.when().contains(occasion))
                        .toList();
        if (due.isEmpty()) {
            return;
        }
        try (var tree = files.open(volume.rootfs(), OptionalLong::empty)) {
            for (var rule : due) {
                attempt(tree, rule, volume.folder(), instance, occasion);
            }
        } catch (FileProblem e) {
            LOG.warn("Writes no templates into {}: {}", instance.url(), e.words());
        }
    }

    private static List<TemplateRule> rules(Volume volume, StoredInstance instance) {
        try {
            return BesideRootfs.manifest(volume.folder())
                    .map(Manifests::templates)
                    .orElse(List.of());
        } catch (IOException | ApiException e) {
            LOG.warn("Cannot read the templates of {}: {}", instance.url(), e.getMessage());
            return List.of();
        }
    }

    private void attempt(
            FileTree tree,
            TemplateRule rule,
            Path folder,
            StoredInstance instance,
            String occasion) {
        try {
            if (rule.createOnly() && TreePaths.isThere(tree, rule.path())) {
                return;
            }
            var template = BesideRootfs.template(folder, rule.template());
            if (template.isEmpty()) {
                throw new IOException("the image has no file \"" + rule.template() + "\" for it");
            }
            var text = language.render(template.get(), values(rule, instance, occasion));
            write(tree, rule.path(), text);
        } catch (IOException e) {
            LOG.warn("Template {} of {}: {}", rule.path(), instance.url(), e.getMessage());
        } catch (FileProblem e) {
            LOG.warn("Template {} of {}: {}", rule.path(), instance.url(), e.words());
        }
    }

    private static Map<String, Object> values(
            TemplateRule rule, StoredInstance instance, String occasion) {
        var about =
                Map.of(
                        "name", instance.name(),
                        "type", instance.type(),
                        "architecture", instance.own().architecture(),
                        "privileged", Boolean.toString(instance.flag("security.privileged")),
                        "ephemeral", Boolean.toString(instance.own().ephemeral()));
        var values = new HashMap<String, Object>();
        values.put("trigger", occasion);
        values.put("path", rule.path());
        values.put("container", about);
        values.put("instance", about);
        values.put("config", instance.expandedConfig());
        values.put("devices", instance.expandedDevices());
        values.put("properties", rule.properties());
        return values;
    }

    private static void write(FileTree tree, String path, String text) throws IOException {
        TreePaths.makeParents(tree, path);
        try (var file = tree.open(path, Opening.OVERWRITE)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                var ignored = file.content().write(bytes);
            }
        }
    }
}
