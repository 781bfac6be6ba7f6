package org.manypaths.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;

/** Whether a key made a signature; the kind of the key and the algorithm must belong together. */
final class Signatures {

    private Signatures() {}

    static boolean verify(String compact, JWK key) {
        try {
            JWSObject signed = JWSObject.parse(compact);
            return fits(key, signed.getHeader().getAlgorithm()) && signed.verify(verifier(key));
        } catch (ParseException | JOSEException e) {
            return false;
        }
    }

    private static boolean fits(JWK key, JWSAlgorithm algorithm) {
        boolean kind = key instanceof RSAKey
                ? JWSAlgorithm.Family.RSA.contains(algorithm)
                : key instanceof ECKey && JWSAlgorithm.Family.EC.contains(algorithm);
        return kind
                && (key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse()))
                && (key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm));
    }

    private static JWSVerifier verifier(JWK key) throws JOSEException {
        return key instanceof RSAKey rsa ? new RSASSAVerifier(rsa) : new ECDSAVerifier((ECKey) key);
    }
}
