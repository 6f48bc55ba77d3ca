package dev.pileus.runtime.files;

import dev.pileus.domain.instances.files.FileProblem;
import dev.pileus.domain.instances.files.FileTree;
import java.nio.file.Path;

/// The way to a path of an instance, made where it is missing.
public final class TreePaths {
    private static final int OPEN_TO_ALL = 0755;

    private TreePaths() {}

    public static boolean isThere(FileTree tree, String path) {
        try {
            var ignored = tree.entry(path, true);
            return true;
        } catch (FileProblem e) {
            if (e.kind() == FileProblem.Kind.ABSENT) {
                return false;
            }
            throw e;
        }
    }

    public static void makeDirectory(FileTree tree, String path) {
        makeParents(tree, path);
        makeOne(tree, path);
    }

    public static void makeParents(FileTree tree, String path) {
        var parts = Path.of(path).normalize();
        for (var depth = 1; depth < parts.getNameCount(); depth++) {
            makeOne(tree, "/" + parts.subpath(0, depth));
        }
    }

    private static void makeOne(FileTree tree, String path) {
        if (!isThere(tree, path)) {
            tree.makeDirectory(path, OPEN_TO_ALL);
        }
    }
}
