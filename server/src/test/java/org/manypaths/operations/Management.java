package org.manypaths.operations;

import java.net.URI;
import java.net.http.HttpResponse;
import org.manypaths.testkit.Http;

/** The management port as a monitoring system asks it. */
record Management(int port) {

    HttpResponse<String> get(String endpoint) {
        Http http = new Http(URI.create("http://127.0.0.1:" + port + "/actuator"));
        return http.send(http.request(endpoint).setHeader("Accept", "*/*").GET());
    }
}
