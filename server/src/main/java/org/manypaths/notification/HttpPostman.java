package org.manypaths.notification;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Brings letters by HTTP: one POST on a connection of its own, without redirects, cookies, proxies or a second try.
 *
 * <p>The addresses that a name stands for are looked at when the connection is made, and the connection is made to those
 * and no others: whoever points a listed name at this network between a check and its use gains nothing.
 */
final class HttpPostman implements Postman, Closeable {

    private static final int FIRST_SUCCESS = 200;
    private static final int FIRST_REDIRECT = 300;
    private static final int FIRST_ERROR = 400;

    private final NotificationSettings settings;
    private final Notice notice;
    private final CloseableHttpClient world;
    private final CloseableHttpClient anywhere;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "notification-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    HttpPostman(NotificationSettings settings, Notice notice) {
        this.settings = settings;
        this.notice = notice;
        this.world = client(settings, new PublicAddresses());
        this.anywhere = client(settings, SystemDefaultDnsResolver.INSTANCE);
    }

    @Override
    public Optional<String> bring(Letter letter, Subscriber subscriber) {
        String endpoint = subscriber.endpoint();
        if (!EndpointRules.isListed(endpoint, settings.endpoints())) {
            return Optional.of("The operator does not list the endpoint any more.");
        }
        HttpPost post = post(letter, subscriber);
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> deadline =
                deadlines.schedule(() -> giveUp(post, late), settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        boolean named = EndpointRules.isNamedExactly(endpoint, settings.endpoints());
        try (ClassicHttpResponse answer = (named ? anywhere : world).executeOpen(null, post, null)) {
            int status = answer.getCode();
            post.abort();
            return problem(status);
        } catch (IOException e) {
            return Optional.of(late.get() ? "The receiver did not answer in time." : words(e));
        } finally {
            deadline.cancel(false);
        }
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        world.close();
        anywhere.close();
    }

    /** Says that time is up before the connection breaks, so that whoever waits on it knows why it did. */
    private static void giveUp(HttpPost post, AtomicBoolean late) {
        late.set(true);
        post.abort();
    }

    private HttpPost post(Letter letter, Subscriber subscriber) {
        HttpPost post = new HttpPost(subscriber.endpoint());
        subscriber.headers().forEach(line -> {
            String[] parts = line.split(":", 2);
            post.addHeader(parts[0], parts[1].strip());
        });
        post.setHeader("Event-Id", letter.eventId());
        post.setHeader("Event-Number", String.valueOf(letter.number()));
        post.setHeader("Connection", "close");
        String body = subscriber.withFocus() ? notice.of(letter) : "";
        post.setEntity(new StringEntity(body, ContentType.create("application/fhir+json", StandardCharsets.UTF_8)));
        return post;
    }

    private static Optional<String> problem(int status) {
        if (status >= FIRST_SUCCESS && status < FIRST_REDIRECT) {
            return Optional.empty();
        }
        String why = status >= FIRST_REDIRECT && status < FIRST_ERROR ? "; redirects are not followed." : ".";
        return Optional.of("The receiver answered " + status + why);
    }

    private static String words(IOException failure) {
        if (failure instanceof SocketTimeoutException) {
            return "The receiver did not answer in time.";
        }
        if (failure instanceof ForbiddenAddressException) {
            return "The receiver's name stands for an address that notifications must not go to.";
        }
        if (failure instanceof UnknownHostException) {
            return "Nobody knows the receiver's name.";
        }
        if (failure instanceof SSLException) {
            return "The receiver's certificate or encryption is not acceptable.";
        }
        return failure instanceof InterruptedIOException
                ? "The attempt was interrupted."
                : "The receiver could not be reached, or broke off.";
    }

    private static CloseableHttpClient client(NotificationSettings settings, DnsResolver names) {
        Timeout timeout = Timeout.of(settings.timeout());
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(names)
                        .setMaxConnTotal(settings.workers())
                        .setMaxConnPerRoute(settings.workers())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout)
                                .setSocketTimeout(timeout)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout)
                        .setResponseTimeout(timeout)
                        .setRedirectsEnabled(false)
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setUserAgent("Many-Paths")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /** Answers a name with its addresses if all of them belong to the world, and with none otherwise. */
    private static final class PublicAddresses implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
            if (!Arrays.stream(addresses).allMatch(AddressRules::isPublic)) {
                throw new ForbiddenAddressException();
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
        }
    }

    private static final class ForbiddenAddressException extends UnknownHostException {
        private static final long serialVersionUID = 1L;
    }
}
