package org.manypaths.limits;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.manypaths.refusal.Refusal;
import org.manypaths.refusal.RequestCode;
import org.springframework.util.unit.DataSize;

/** A body that ends in a refusal when it does not end in time. */
class BoundedStream extends ServletInputStream {

    private final InputStream body;
    private final DataSize limit;
    private long read;
    private boolean finished;

    BoundedStream(InputStream body, DataSize limit) {
        this.body = body;
        this.limit = limit;
    }

    static Refusal tooLarge(DataSize limit) {
        return RequestCode.TOO_LARGE.refusal(
                "The body is larger than " + limit.toMegabytes() + " MB.",
                "Send it in parts; what belongs together can refer to what was sent before.");
    }

    @Override
    public int read() throws IOException {
        int value = body.read();
        count(value < 0 ? -1 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = body.read(buffer, offset, length);
        count(n);
        return n;
    }

    private void count(int n) {
        finished = n < 0;
        read += Math.max(n, 0);
        if (read > limit.toBytes()) {
            throw tooLarge(limit);
        }
    }

    @Override
    public boolean isFinished() {
        return finished;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    /** Nobody reads a body asynchronously here. */
    @Override
    public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException();
    }
}
