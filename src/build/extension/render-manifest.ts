import type { ExtensionSettings } from "./check-extension.ts";

/** What a manifest is made of. */
export interface ManifestParts {
  readonly extension: ExtensionSettings;
  /** The extension's own version, such as "0.1.0". */
  readonly version: string;
  /** The icons by their width in pixels. */
  readonly icons: Readonly<Record<string, string>>;
  /** Sites that it may ask from the beginning, beside the project's: for tests, which can't answer the browser's question. */
  readonly grantedHosts: readonly string[];
}

/** Chromium 121 is the first that minds neither of the two kinds of background; what the code uses is older. */
const MINIMUM_CHROMIUM = "121";

/** Firefox 140 asks about data collection by itself; Firefox for Android does so since 142. */
const MINIMUM_FIREFOX = "142.0";

/** Firefox's filter for downloads. Each is asked for when it is needed; Chromium knows no such filter. */
const FILTER_PERMISSIONS = ["webRequest", "webRequestBlocking", "webRequestFilterResponse"] as const;

/** Nothing but what lies in the extension runs or shows; it fetches from https only. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src https:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

function listOwnSites({ site, pool, releases }: ExtensionSettings): string[] {
  return [...new Set([site, pool, releases].map((address) => `${new URL(address).origin}/*`))];
}

/** Which mirrors it may ask is known only from the pool: the extension asks for the pool's mirrors, and for no other. */
function renderPermissions({ extension, grantedHosts }: ManifestParts): object {
  return {
    // The first shows no question, and is for the extension's own requests only: see stop-buffering.ts.
    permissions: ["declarativeNetRequestWithHostAccess", "downloads", "storage", "unlimitedStorage"],
    optional_permissions: FILTER_PERMISSIONS,
    host_permissions: [...listOwnSites(extension), ...grantedHosts],
    optional_host_permissions: ["https://*/*"],
  };
}

/** Gives the manifest that both Chromium and Firefox read (Manifest V3). */
export function renderManifest(parts: ManifestParts): object {
  const { extension, version, icons } = parts;
  const name = "__MSG_extension_name__";
  return {
    manifest_version: 3,
    name,
    description: "__MSG_extension_description__",
    version,
    default_locale: "en",
    minimum_chrome_version: MINIMUM_CHROMIUM,
    icons,
    action: { default_popup: "popup.html", default_title: name, default_icon: icons },
    // Chromium takes the first, Firefox the second.
    background: { service_worker: "background.js", scripts: ["background.js"] },
    content_scripts: [{ matches: [`${extension.site}/*`], js: ["content.js"], run_at: "document_start" }],
    ...renderPermissions(parts),
    content_security_policy: { extension_pages: POLICY },
    browser_specific_settings: {
      gecko: {
        id: extension.id,
        strict_min_version: MINIMUM_FIREFOX,
        data_collection_permissions: { required: ["none"] },
      },
    },
  };
}
