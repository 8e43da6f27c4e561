package dev.kith.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a webhook is sent.
 *
 * @param host as a name or a literal, IPv6 without brackets
 * @param path with its query
 */
record Target(boolean secure, String host, int port, String path) {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+]");

    /** Empty: no http or https address of a host, or one with a user, a fragment or odd signs in it. */
    static Optional<Target> read(String url) {
        try {
            var uri = new URI(url);
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(java.util.Locale.ROOT);
            var host = uri.getHost();
            if (!(scheme.equals("https") || scheme.equals("http"))
                    || host == null
                    || !NAME.matcher(host).matches()
                    || uri.getRawUserInfo() != null
                    || uri.getRawFragment() != null
                    || !url.chars().allMatch(sign -> sign > ' ' && sign < 0x7f)
                    || uri.getPort() == 0
                    || uri.getPort() > HIGHEST_PORT) {
                return Optional.empty();
            }
            var secure = scheme.equals("https");
            var usual = secure ? HTTPS : HTTP;
            var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            return Optional.of(new Target(
                    secure,
                    host.replaceAll("[\\[\\]]", ""),
                    uri.getPort() < 0 ? usual : uri.getPort(),
                    uri.getRawQuery() == null ? path : path + '?' + uri.getRawQuery()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** An address of version six, in place of a name. */
    boolean isVersionSix() {
        return host.indexOf(':') >= 0;
    }

    /** As the Host header names it. */
    String authority() {
        var name = isVersionSix() ? '[' + host + ']' : host;
        return port == (secure ? HTTPS : HTTP) ? name : name + ':' + port;
    }
}
