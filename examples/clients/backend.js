// A partner's system: SMART Backend Services with fhir-kit-client. It signs with the demo's key of the client "hospital",
// gets a token, reads whom consent lets it read, and shows that the rest does not exist for it.
//
//   node backend.js [base URL] [folder of the demo's data]
import { createPrivateKey, randomUUID, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Client } from 'fhir-kit-client';
import { check, settings } from './settings.js';

const { base, data } = settings();
const client = 'hospital';
const credential = JSON.parse(await readFile(`${data}/demo-clients/${client}.json`, 'utf8'));

const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** RFC 7523 with ES384, as SMART App Launch 2.2 asks for it. */
function assertion(audience) {
  const now = Math.floor(Date.now() / 1000);
  const signed = `${part({ alg: 'ES384', typ: 'JWT', kid: credential.key.kid })}.${part({
    iss: client,
    sub: client,
    aud: audience,
    jti: randomUUID(),
    exp: now + 240,
  })}`;
  const key = createPrivateKey({ key: credential.key, format: 'jwk' });
  const signature = sign('sha384', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' });
  return `${signed}.${signature.toString('base64url')}`;
}

const fhir = new Client({ baseUrl: base });
const smart = await fhir.smartAuthMetadata();
check('discovery names the token endpoint', smart.tokenUrl?.href);
const answer = await fetch(smart.tokenUrl, {
  method: 'POST',
  body: new URLSearchParams({
    grant_type: 'client_credentials',
    scope: 'system/*.rs',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion(smart.tokenUrl.href),
  }),
});
const token = await answer.json();
check('the token endpoint gives a token', token.access_token);
fhir.bearerToken = token.access_token;

const plans = await fhir.search({ resourceType: 'CarePlan', searchParams: { _count: 5 } });
const found = (plans.entry ?? []).filter((entry) => entry.search.mode === 'match');
check('a plan is found by consent', found.length);
check(
  'the page says how it may be used (42 CFR 2.32)',
  (plans.entry ?? []).some((entry) => entry.search.mode === 'outcome'),
);
const plan = await fhir.read({ resourceType: 'CarePlan', id: found[0].resource.id });
check(`CarePlan/${plan.id} is read`, plan.id === found[0].resource.id);
const hidden = await fhir.read({ resourceType: 'CarePlan', id: 'nobody' }).catch((error) => error.response.status);
check('what is not there is not found', hidden === 404);
