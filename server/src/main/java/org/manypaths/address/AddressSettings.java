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

    private static void requireAbsolute(URI url) {
        boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!web || url.getHost() == null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "manypaths.public-url must be a whole web address such as https://fhir.example.org, not " + url);
        }
    }
}
