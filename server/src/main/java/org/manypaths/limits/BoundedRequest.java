package org.manypaths.limits;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body is counted while it is read, packed and unpacked.
 *
 * <p>It unpacks gzip itself and says no more of it, for HAPI would unpack without an end.
 */
class BoundedRequest extends HttpServletRequestWrapper {

    private static final String ENCODING = "Content-Encoding";

    private final LimitSettings limits;
    private @Nullable ServletInputStream stream;

    BoundedRequest(HttpServletRequest request, LimitSettings limits) {
        super(request);
        this.limits = limits;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (stream == null) {
            InputStream counted = new BoundedStream(super.getInputStream(), limits.body());
            stream = isPacked()
                    ? new BoundedStream(new GZIPInputStream(counted), limits.unpacked())
                    : new BoundedStream(counted, limits.body());
        }
        return stream;
    }

    @Override
    public long getContentLengthLong() {
        return isPacked() ? -1 : super.getContentLengthLong();
    }

    @Override
    public int getContentLength() {
        return isPacked() ? -1 : super.getContentLength();
    }

    @Override
    public @Nullable String getHeader(String name) {
        return hides(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return hides(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    private boolean hides(String name) {
        return isPacked() && (name.equalsIgnoreCase(ENCODING) || name.equalsIgnoreCase("Content-Length"));
    }

    private boolean isPacked() {
        return "gzip".equalsIgnoreCase(super.getHeader(ENCODING));
    }
}
