/** Where the demo is, from the command line. */
export function settings() {
  const [base = 'http://127.0.0.1:8080/fhir', data = '../../data'] = process.argv.slice(2);
  return { base, data };
}

/** Says what holds, and ends with exit code 1 at the first that does not. */
export function check(what, holds) {
  console.log(`${holds ? 'ok  ' : 'NOT '} ${what}`);
  if (!holds) {
    process.exit(1);
  }
}
