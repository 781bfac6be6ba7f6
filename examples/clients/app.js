// An app that a practitioner signs in to: SMART App Launch with fhirclient, as a web application on Node. The browser
// is played by this script: it signs in, chooses a person and allows the app, as somebody would by hand.
//
//   node app.js [base URL] [folder of the demo's data]
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import smart from 'fhirclient';
import { check, settings } from './settings.js';

const { base, data } = settings();
const port = 8765; // The demo registers the app with http://127.0.0.1:8765/app.
const passwords = Object.fromEntries(
  (await readFile(`${data}/demo-passwords.txt`, 'utf8'))
    .split('\n')
    .filter((line) => line.includes('='))
    .map((line) => line.split('=')),
);

const kept = new Map();
const storage = {
  get: async (key) => kept.get(key),
  set: async (key, value) => kept.set(key, value) && value,
  unset: async (key) => kept.delete(key),
};

const server = createServer(async (request, response) => {
  try {
    const session = smart(request, response, storage);
    if (request.url === '/') {
      await session.authorize({
        iss: base,
        clientId: 'app',
        redirectUri: `http://127.0.0.1:${port}/app`,
        scope: 'openid fhirUser launch/patient patient/*.rs',
      });
      return;
    }
    const client = await session.ready();
    const plans = await client.request(`CarePlan?patient=${client.patient.id}`);
    const person = await client.patient.read();
    response.end(JSON.stringify({ user: client.user.fhirUser, person, plans }));
  } catch (error) {
    response.statusCode = 500;
    response.end(String(error));
  }
}).listen(port, '127.0.0.1');

/** A browser that keeps cookies, follows redirects and fills in the first form of a page. */
const cookies = new Map();
async function go(address, form) {
  const answer = await fetch(address, {
    method: form ? 'POST' : 'GET',
    body: form,
    redirect: 'manual',
    headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  });
  for (const cookie of answer.headers.getSetCookie()) {
    const [name, value] = cookie.split(';')[0].split('=');
    cookies.set(name, value);
  }
  const onward = answer.headers.get('location');
  return onward ? go(new URL(onward, address).href) : { address, text: await answer.text(), status: answer.status };
}

function formOf(page, values) {
  const form = new URLSearchParams();
  const tag = /<input[^>]*>/g;
  for (const [input] of page.text.split('</form>')[0].matchAll(tag)) {
    const attribute = (name) => input.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1];
    if (attribute('type') === 'hidden' || attribute('type') === 'checkbox') {
      form.append(attribute('name'), attribute('value').replaceAll('&amp;', '&'));
    }
  }
  Object.entries(values).forEach(([name, value]) => form.append(name, value));
  return form;
}

const signIn = await go(`http://127.0.0.1:${port}/`);
check('the app leads to the sign-in page', signIn.text.includes('Sign in'));
const choice = await go(
  new URL('/sign-in', signIn.address).href,
  formOf(signIn, { name: 'practitioner', password: passwords.practitioner }),
);
check('a practitioner signs in and chooses a person', choice.text.includes('Choose a person'));
const approval = await go(new URL('/choose-person', choice.address).href, formOf(choice, { patient: 'samuel' }));
check('and is asked what the app may read', approval.text.includes('Allow what is ticked'));
const end = await go(new URL('/oauth2/authorize', approval.address).href, formOf(approval, {}));
check('the app gets its token', end.status === 200 || end.text);
const told = JSON.parse(end.text);
check('and knows who signed in', told.user?.endsWith('Practitioner/sofia-reyes'));
check('and reads the person who was chosen', told.person.id === 'samuel');
check('and the plans of that person', told.plans.resourceType === 'Bundle');
server.close();
