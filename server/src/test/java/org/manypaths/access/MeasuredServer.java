package org.manypaths.access;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.springframework.util.FileSystemUtils;

/**
 * A servlet behind real HTTP of its own, and what its requests cost: CPU of the whole process without that of those who
 * ask and of the compiler, which has done its work one day. Eight ask at once, each over a connection of its own, as the
 * load harness does by default.
 */
final class MeasuredServer implements AutoCloseable {

    private static final int ASKING = 8;

    private final Path folder = Files.createTempDirectory("many-paths-measured");
    private final Tomcat tomcat = new Tomcat();
    private final ExecutorService asking = Executors.newFixedThreadPool(ASKING);
    private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    MeasuredServer(Servlet servlet, List<Filter> filters) throws IOException, LifecycleException {
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
        Context context = tomcat.addContext("", null);
        filters.forEach(filter -> add(context, filter));
        Tomcat.addServlet(context, "fhir", new Borrowed(servlet));
        context.addServletMappingDecoded("/fhir/*", "fhir");
        tomcat.start();
    }

    /** Under a name of its own: two that had one name would each take the other's work for done, on every server. */
    private static void add(Context context, Filter filter) {
        FilterDef definition = new FilterDef();
        definition.setFilterName(filter.getClass().getName() + "@" + System.identityHashCode(filter));
        definition.setFilter(filter);
        context.addFilterDef(definition);
        FilterMap everywhere = new FilterMap();
        everywhere.setFilterName(definition.getFilterName());
        everywhere.addURLPattern("/*");
        context.addFilterMap(everywhere);
    }

    /** CPU milliseconds for each request. */
    double cpu(String path, String token, int requests) {
        byte[] request = ("GET /fhir" + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/fhir+json\r\n"
                        + "Authorization: Bearer " + token + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        long compiling = compiler.getTotalCompilationTime();
        long start = process.getProcessCpuTime();
        long asked = 0;
        try {
            Callable<Long> share = () -> ask(request, requests / ASKING);
            for (Future<Long> cost : asking.invokeAll(
                    IntStream.range(0, ASKING).mapToObj(i -> share).toList())) {
                asked += cost.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        double millis = (process.getProcessCpuTime() - start - asked) / 1e6;
        return (millis - (compiler.getTotalCompilationTime() - compiling)) / requests;
    }

    /** Nanoseconds of CPU that asking took. */
    private long ask(byte[] request, int times) {
        long start = threads.getCurrentThreadCpuTime();
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), tomcat.getConnector().getLocalPort())) {
            socket.setTcpNoDelay(true);
            InputStream answer = new BufferedInputStream(socket.getInputStream(), 65_536);
            for (int i = 0; i < times; i++) {
                socket.getOutputStream().write(request);
                String head = head(answer);
                if (!head.startsWith("HTTP/1.1 200")) {
                    throw new IllegalStateException(head);
                }
                skipBody(answer, head);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return threads.getCurrentThreadCpuTime() - start;
    }

    private static String head(InputStream answer) throws IOException {
        StringBuilder head = new StringBuilder();
        for (String line = line(answer); !line.isEmpty(); line = line(answer)) {
            head.append(line).append('\n');
        }
        return head.toString();
    }

    private static void skipBody(InputStream answer, String head) throws IOException {
        if (head.contains("\nTransfer-Encoding: chunked\n")) {
            for (int size = Integer.parseInt(line(answer), 16); size > 0; size = Integer.parseInt(line(answer), 16)) {
                answer.skipNBytes(size + 2L);
            }
            line(answer);
        } else {
            int length = head.indexOf("\nContent-Length: ") + "\nContent-Length: ".length();
            answer.skipNBytes(Long.parseLong(head.substring(length, head.indexOf('\n', length))));
        }
    }

    private static String line(InputStream answer) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = answer.read(); next != '\n'; next = answer.read()) {
            if (next < 0) {
                throw new IOException("The server ended the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    /** A servlet that somebody else began and will end. */
    private static final class Borrowed extends HttpServlet {

        private static final long serialVersionUID = 1L;
        private final transient Servlet servlet;

        Borrowed(Servlet servlet) {
            this.servlet = servlet;
        }

        @Override
        public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
            servlet.service(request, response);
        }
    }

    @Override
    public void close() throws LifecycleException, IOException {
        asking.shutdown();
        tomcat.stop();
        tomcat.destroy();
        FileSystemUtils.deleteRecursively(folder);
    }
}
