package dev.pileus.trust;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.generators.SCrypt;

/// What is kept of a password: salt and scrypt hash, in hexadecimal digits.
public final class PasswordHash {
    private static final int SALT_BYTES = 32;
    private static final int HASH_BYTES = 64;
    // about 50 ms and 16 MiB a try
    private static final int COST = 1 << 14;
    private static final int BLOCK_SIZE = 8;

    private PasswordHash() {}

    /// A hash with a new salt.
    public static String of(String password, SecureRandom random) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt) + HexFormat.of().formatHex(hash(password, salt));
    }

    /// Whether it is the password that the hash was made of; always takes its time.
    public static boolean matches(String password, String stored) {
        try {
            var bytes = HexFormat.of().parseHex(stored);
            if (bytes.length != SALT_BYTES + HASH_BYTES) {
                return false;
            }
            var salt = Arrays.copyOf(bytes, SALT_BYTES);
            var expected = Arrays.copyOfRange(bytes, SALT_BYTES, bytes.length);
            return MessageDigest.isEqual(expected, hash(password, salt));
        } catch (IllegalArgumentException noHash) {
            return false;
        }
    }

    private static byte[] hash(String password, byte[] salt) {
        return SCrypt.generate(
                password.getBytes(StandardCharsets.UTF_8), salt, COST, BLOCK_SIZE, 1, HASH_BYTES);
    }
}
