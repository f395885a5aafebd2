/** The Content-Security-Policy headers that a page may ask for with `?csp=KEY`. */
export const CONTENT_POLICIES: Readonly<Record<string, string>> = {
  /** As strict as the script allows: what the download page sets, and the mirrors of the tests. */
  strict:
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self' https://*.example",
  "no-scripts": "script-src 'none'",
  /** Neither the pool nor a mirror may be asked. */
  "no-connect": "default-src 'none'; script-src 'self'; connect-src 'none'",
  /** The pool may be asked, but no mirror. */
  "no-mirrors": "default-src 'none'; script-src 'self'; connect-src 'self'",
  /** A page of no origin: scripts run, but storage throws, and every request is one to a stranger. */
  "no-storage": "sandbox allow-scripts allow-downloads allow-forms",
  /** Scripting off in a browser that has it on: noscript shows. */
  sandbox: "sandbox allow-same-origin allow-downloads allow-forms",
};
