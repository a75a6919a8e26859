/** @type {import('@remix-run/dev').AppConfig} */
export default {
  appDirectory: "app",
  ignoredRouteFiles: ["**/.*"],
  // One module graph for pages, sockets and jobs, so that they share one database handle, one limiter and one event hub.
  server: "./server.ts",
  serverBuildPath: "build/index.js",
  serverModuleFormat: "esm",
  serverPlatform: "node",
  assetsBuildDirectory: "public/build",
  publicPath: "/build/",
  watchPaths: ["./db/**/*", "./server.ts"],
  // Loaded one small file at a time from node_modules these took two seconds and 330 MB at every start; bundled, half a
  // second and none. React stays outside (it asks NODE_ENV as it loads), and so does whatever brings native code or, like
  // sanitize-html, is CommonJS that requires packages of its own: a bundled ES module can't.
  serverDependenciesToBundle: [
    /^altcha-lib/,
    /^drizzle-orm/,
    /^lucide-react/,
    /^zod/,
    /^@conform-to/,
    /^diceware-wordlist/,
    /^markdown-it/,
    /^react-i18next/,
    /^i18next/,
    /^croner/,
    /^@formatjs/,
    /^lucia$/,
    /^libphonenumber-js/,
  ],
  postcss: false,
  tailwind: false,
  sourcemap: false,
  dev: { port: 3901 },
  future: {
    v3_fetcherPersist: true,
    // With lazy discovery every page view also asks for a manifest that lists every link on the page.
    v3_lazyRouteDiscovery: false,
    v3_relativeSplatPath: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
};
