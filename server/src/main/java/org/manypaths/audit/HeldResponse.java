package org.manypaths.audit;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.IntConsumer;

/** A response that lets nobody write to it before the trail was asked. */
final class HeldResponse extends HttpServletResponseWrapper {

    private final IntConsumer beforeFirstByte;
    private boolean asked;

    /** @param beforeFirstByte is given the status, and throws where nothing may be written */
    HeldResponse(HttpServletResponse response, IntConsumer beforeFirstByte) {
        super(response);
        this.beforeFirstByte = beforeFirstByte;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        ask();
        return super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        ask();
        return super.getWriter();
    }

    @Override
    public void flushBuffer() throws IOException {
        ask();
        super.flushBuffer();
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        setStatus(status);
        ask();
        super.sendError(status, message);
    }

    @Override
    public void sendError(int status) throws IOException {
        setStatus(status);
        ask();
        super.sendError(status);
    }

    /** Also called for an answer without a body. */
    void ask() {
        if (!asked) {
            beforeFirstByte.accept(getStatus());
            asked = true;
        }
    }
}
