package org.manypaths.guide;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.manypaths.guide.catalogue.Catalogue;

/**
 * The pages of the guide, each made once and kept while there is room.
 *
 * <p>Nothing is read before the first page is asked for, so that the guide costs no second of the server's start.
 */
class GuidePages {

    private static final long MOST_BYTES = 24L << 20;

    private final Supplier<GuideSite> site;
    private final Cache<String, Page> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((String path, Page page) -> page.content().length)
            .build();

    GuidePages(Supplier<GuideSite> site) {
        this.site = site;
    }

    /** The page at a path below the guide; only pages that exist are kept, so that asking for others costs no memory. */
    Optional<Page> at(String path) {
        Page page = kept.getIfPresent(path);
        if (page != null) {
            return Optional.of(page);
        }
        Optional<Page> made = site.get().page(path);
        made.ifPresent(found -> kept.put(path, found));
        return made;
    }

    Catalogue catalogue() {
        return site.get().catalogue();
    }

    /** The paths of all stories. */
    Stream<String> stories() {
        return site.get().stories();
    }

    Page search(String question) {
        return site.get().search(question);
    }

    Page missing(String path) {
        return site.get().missing(path);
    }
}
