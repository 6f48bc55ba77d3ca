package dev.pileus.domain.instances.files;

/// How a file is opened.
///
/// @param make a missing one is made
/// @param makeOnly one that is there already is refused
/// @param empty what is in it is thrown away
/// @param append whatever is written goes to the end
/// @param mode of a file that is made
public record Opening(
        boolean read,
        boolean write,
        boolean make,
        boolean makeOnly,
        boolean empty,
        boolean append,
        int mode) {
    /// Permissions of a file that nobody said anything about.
    public static final int USUAL = 0644;

    public static final Opening READ = new Opening(true, false, false, false, false, false, USUAL);

    /// Replaces the content, or makes the file.
    public static final Opening OVERWRITE =
            new Opening(false, true, true, false, true, false, USUAL);

    /// Adds to a file that is there.
    public static final Opening APPEND = new Opening(false, true, false, false, false, true, USUAL);
}
