import type { ServerResponse } from "node:http";
import helmet from "helmet";

/** What the headers of one response depend on. */
export type HeaderFacts = {
  /** Fresh for every response; scripts without it don't run. */
  nonce: string;
  /** The Host header, lower case. */
  host: string;
  /** Whether the visitor's browser speaks HTTPS with us or with our proxy. */
  secure: boolean;
  /** Path and query as they stand in the request line. */
  url: string;
  onionLocation: string | null;
  development: boolean;
};

/** The dev server's socket, over which pages hear that they should reload. */
const DEV_SOCKET = " ws://localhost:3901";

const CLOSED = [
  "accelerometer",
  "autoplay",
  "browsing-topics",
  "camera",
  "clipboard-read",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "geolocation",
  "gyroscope",
  "hid",
  "idle-detection",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "otp-credentials",
  "payment",
  "picture-in-picture",
  "screen-wake-lock",
  "serial",
  "usb",
  "xr-spatial-tracking",
];
const PERMISSIONS = [
  ...CLOSED.map((feature) => `${feature}=()`),
  "publickey-credentials-create=(self)",
  "publickey-credentials-get=(self)",
].join(", ");

/** The headers that never change, collected from helmet once: running it for each response would cost more than they do. */
const UNCHANGING = collectFromHelmet();

function collectFromHelmet(): [string, string][] {
  const collected: [string, string][] = [];
  const response = {
    setHeader: (name: string, value: string) => void collected.push([name, value]),
    removeHeader: () => {},
  };
  helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: false,
    // `no-referrer` would make form posts send `Origin: null`, which locks out members without scripts.
    referrerPolicy: { policy: "same-origin" },
    xFrameOptions: { action: "deny" },
  })({ method: "GET" } as never, response as unknown as ServerResponse, () => {});
  collected.push(["Permissions-Policy", PERMISSIONS]);
  return collected;
}

/** The Content-Security-Policy of one response: everything closed but what the forum itself serves. */
export function contentSecurityPolicy(nonce: string, development: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    `connect-src 'self'${development ? DEV_SOCKET : ""}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/**
 * Sets every security header on a response, before anything else is known about it, so that pages, files, redirects and
 * failures all carry them. Later code may replace `Cache-Control` and `X-Robots-Tag`.
 */
export function setSecurityHeaders(response: ServerResponse, facts: HeaderFacts): void {
  for (const [name, value] of headersFor(facts)) response.setHeader(name, value);
}

/** The same headers as pairs, for answers written to a socket by hand. */
export function headersFor(facts: HeaderFacts): [string, string][] {
  const headers: [string, string][] = [
    ...UNCHANGING,
    ["Content-Security-Policy", contentSecurityPolicy(facts.nonce, facts.development)],
    ["Cache-Control", "no-store"],
    ["X-Robots-Tag", "noindex, nofollow"],
  ];
  const onion = facts.host.replace(/:\d+$/, "").endsWith(".onion");
  if (facts.secure && !onion) headers.push(["Strict-Transport-Security", "max-age=31536000; includeSubDomains"]);
  if (facts.onionLocation && !onion) headers.push(["Onion-Location", facts.onionLocation + facts.url]);
  return headers;
}
