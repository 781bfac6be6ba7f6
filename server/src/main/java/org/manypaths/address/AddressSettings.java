package org.manypaths.address;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where partners find this server. */
@ConfigurationProperties("manypaths")
public record AddressSettings(@Nullable URI publicUrl) {

    public AddressSettings {
        if (publicUrl != null) {
            requireAbsolute(publicUrl);
        }
    }

    /** Whether partners could reach a server there: a scheme of the web, a host, and nothing behind the path. */
    public static boolean isWebAddress(URI url) {
        boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        return web && url.getHost() != null && url.getRawQuery() == null && url.getRawFragment() == null;
    }

    private static void requireAbsolute(URI url) {
        if (!isWebAddress(url)) {
            throw new IllegalArgumentException(
                    "manypaths.public-url must be a whole web address such as https://fhir.example.org, not " + url);
        }
    }
}
