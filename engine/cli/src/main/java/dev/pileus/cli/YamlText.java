package dev.pileus.cli;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/// YAML as people read and write it.
public final class YamlText {
    private YamlText() {}

    /// Writes maps, lists and scalars, one entry a line.
    public static String of(Object document) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setIndent(2);
        options.setSplitLines(false);
        return new Yaml(new Representer(options), options).dump(document);
    }

    /// A reader of plain maps, lists and scalars.
    ///
    /// @param resolver says what scalars mean
    public static Yaml reader(Resolver resolver) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(10);
        var dumper = new DumperOptions();
        return new Yaml(
                new SafeConstructor(options), new Representer(dumper), dumper, options, resolver);
    }

    /// What is wrong with a text, in one line.
    public static String problem(YAMLException e) {
        return String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
    }
}
