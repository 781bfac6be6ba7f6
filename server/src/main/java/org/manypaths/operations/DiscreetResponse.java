package org.manypaths.operations;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** A response that tells nobody which product and version made it, and carries the request's id once. */
class DiscreetResponse extends HttpServletResponseWrapper {

    private static final String PRODUCT = "X-Powered-By";

    DiscreetResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void addHeader(String name, String value) {
        if (name.equalsIgnoreCase(RequestId.HEADER)) {
            super.setHeader(RequestId.HEADER, value);
        } else if (!name.equalsIgnoreCase(PRODUCT)) {
            super.addHeader(name, value);
        }
    }

    @Override
    public void setHeader(String name, String value) {
        if (!name.equalsIgnoreCase(PRODUCT)) {
            super.setHeader(name, value);
        }
    }
}
