package org.manypaths.limits;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.manypaths.refusal.RequestCode;

/**
 * Reads the body of a write: is there one, is it what its header says, is it FHIR, is it of the type of its URL?
 *
 * <p>HAPI gets the parsed resource handed over and does not read the text again.
 */
@Interceptor
class BodyInterceptor {

    private static final Set<RequestTypeEnum> WITH_BODY =
            EnumSet.of(RequestTypeEnum.POST, RequestTypeEnum.PUT, RequestTypeEnum.PATCH);
    private static final Set<RestOperationTypeEnum> OF_A_RESOURCE =
            EnumSet.of(RestOperationTypeEnum.CREATE, RestOperationTypeEnum.UPDATE, RestOperationTypeEnum.TRANSACTION);

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final BodyReader bodies;

    BodyInterceptor(FhirContext fhirContext, LimitSettings limits) {
        bodies = new BodyReader(fhirContext, new JsonScan(limits), new XmlScan(limits));
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
    void read(ServletRequestDetails request) {
        String contentType =
                Optional.ofNullable(request.getHeader("Content-Type")).orElse("");
        if (!WITH_BODY.contains(request.getRequestType()) || MediaTypes.isForm(contentType)) {
            return;
        }
        boolean fhir = MediaTypes.isJson(contentType) || MediaTypes.isXml(contentType);
        if (!fhir && "Binary".equals(request.getResourceName())) {
            return;
        }
        byte[] body = withoutMark(request);
        if (isSearch(request)) {
            checkSearch(body);
            return;
        }
        boolean resource = OF_A_RESOURCE.contains(request.getRestOperationType());
        if (isBlank(body)) {
            if (resource || request.getRequestType() == RequestTypeEnum.PATCH) {
                throw RequestCode.EMPTY_BODY.refusal("The request has no body.", "Send the resource in it.");
            }
            return;
        }
        if (!fhir) {
            throw RequestCode.CONTENT_TYPE.refusal(
                    "The body is said to be " + (contentType.isEmpty() ? "nothing in particular" : contentType) + ".",
                    "Send FHIR, and Content-Type: application/fhir+json or application/fhir+xml.");
        }
        bodies.check(body, contentType);
        if (request.getRequestType() == RequestTypeEnum.PATCH || "$validate".equals(request.getOperation())) {
            checkParameters(request, body, contentType);
        }
        if (request.getId() != null && ChosenIds.isFolder(request.getId().getIdPart())) {
            throw ChosenIds.refusal();
        }
        if (resource) {
            request.setResource(bodies.parse(body, contentType, Optional.ofNullable(request.getResourceName())));
        }
    }

    /** The body as it came but for a byte order mark, which FHIR does not want and many programs write. */
    private static byte[] withoutMark(ServletRequestDetails request) {
        byte[] body = Optional.ofNullable(request.loadRequestContents()).orElse(new byte[0]);
        if (body.length < MARK.length || !Arrays.equals(body, 0, MARK.length, MARK, 0, MARK.length)) {
            return body;
        }
        byte[] rest = Arrays.copyOfRange(body, MARK.length, body.length);
        request.setRequestContents(rest);
        return rest;
    }

    private static void checkSearch(byte[] body) {
        if (!isBlank(body)) {
            throw RequestCode.CONTENT_TYPE.refusal(
                    "A search takes its parameters from a form, and the body is none.",
                    "Send Content-Type: application/x-www-form-urlencoded.");
        }
    }

    /** A patch in FHIR's own form, and what an operation gets, are Parameters or nothing HAPI could follow. */
    private void checkParameters(ServletRequestDetails request, byte[] body, String contentType) {
        if (MediaTypes.isPatch(contentType)) {
            return;
        }
        if (request.getRequestType() == RequestTypeEnum.PATCH) {
            bodies.parse(body, contentType, Optional.of("Parameters"));
        } else {
            bodies.parameters(body, contentType)
                    .flatMap(OperationRules::validate)
                    .ifPresent(refusal -> {
                        throw refusal;
                    });
        }
    }

    private static boolean isSearch(ServletRequestDetails request) {
        return request.getRestOperationType() == RestOperationTypeEnum.SEARCH_TYPE
                || request.getRestOperationType() == RestOperationTypeEnum.SEARCH_SYSTEM;
    }

    private static boolean isBlank(byte[] body) {
        for (byte character : body) {
            if (character > ' ' || character < 0) {
                return false;
            }
        }
        return true;
    }
}
