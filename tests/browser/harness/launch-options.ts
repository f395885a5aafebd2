import type { LaunchOptions } from "playwright/test";
import type { BrowserName, FoundBrowser } from "../../setup/browser.ts";
import { MIRROR_BEHAVIOURS } from "../../servers/hosts.ts";
import type { Lab } from "../../servers/lab.ts";

/** Preferences of Firefox beyond the ones that every project has. */
export type FirefoxPreferences = Readonly<Record<string, string | number | boolean>>;

/** A port that belongs to a service nobody runs any more (tcpmux, RFC 1078), so that a connection is refused. */
const REFUSING_PORT = 1;

/** Keeps Firefox from asking its maker for anything. */
const QUIET_PREFERENCES: FirefoxPreferences = {
  "services.settings.server": "data:,#remote-settings-dummy/v1",
  "browser.topsites.contile.enabled": false,
  "browser.region.network.url": "",
  "browser.region.update.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "extensions.systemAddon.update.enabled": false,
  "app.normandy.enabled": false,
  "toolkit.telemetry.enabled": false,
  "dom.push.connection.enabled": false,
  "network.trr.mode": 5,
  // A strict policy forbids the icon, which Firefox asks for all the same and complains about.
  "browser.chrome.site_icons": false,
};

/** Keeps Firefox from spending its time on processes and motions that no test looks at. */
const QUICK_PREFERENCES: FirefoxPreferences = {
  "fission.autostart": false,
  "dom.ipc.processCount": 1,
  "dom.ipc.processPrelaunch.enabled": false,
  "toolkit.cosmeticAnimations.enabled": false,
  "ui.prefersReducedMotion": 1,
};

/** What a browser must know of a lab. */
export type LabPorts = Pick<Lab, "httpPort" | "httpsPort" | "proxyPort" | "spki">;

function makeResolverRules({ httpPort, httpsPort }: LabPorts): string {
  const bent = Object.entries(MIRROR_BEHAVIOURS).flatMap(([host, behaviour]) => {
    if (behaviour === "gone") return [`MAP ${host} ~NOTFOUND`];
    return behaviour === "refuses" ? [`MAP ${host} 127.0.0.1:${REFUSING_PORT}`] : [];
  });
  // The first rule that fits counts. The last keeps Chromium from asking its maker for anything.
  const rest = [
    `MAP *.example:443 127.0.0.1:${httpsPort}`,
    `MAP *.example:80 127.0.0.1:${httpPort}`,
    "MAP * ~NOTFOUND",
  ];
  return [...bent, ...rest, "EXCLUDE localhost", "EXCLUDE 127.0.0.1"].join(", ");
}

function launchChromium(lab: LabPorts): LaunchOptions {
  const trust = `--ignore-certificate-errors-spki-list=${lab.spki}`;
  return { args: [trust, `--host-resolver-rules=${makeResolverRules(lab)}`] };
}

function launchFirefox({ httpPort, httpsPort }: LabPorts, preferences: FirefoxPreferences): LaunchOptions {
  return {
    // Without it Firefox does not heed services.settings.server.
    env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: "1" },
    firefoxUserPrefs: {
      ...QUIET_PREFERENCES,
      ...QUICK_PREFERENCES,
      "network.dns.forceResolve": "127.0.0.1",
      "network.socket.forcePort": `443=${httpsPort};80=${httpPort}`,
      ...preferences,
    },
  };
}

function launchWebKit({ proxyPort }: LabPorts): LaunchOptions {
  return { proxy: { server: `http://127.0.0.1:${proxyPort}` } };
}

const LAUNCHES: Readonly<Record<BrowserName, (lab: LabPorts, preferences: FirefoxPreferences) => LaunchOptions>> = {
  chromium: launchChromium,
  firefox: launchFirefox,
  webkit: launchWebKit,
};

/** Gives what a browser must be started with so that every name leads to the lab, and no request leaves this machine. */
export function makeLaunchOptions(
  { name, path }: FoundBrowser,
  lab: LabPorts,
  preferences: FirefoxPreferences,
): LaunchOptions {
  return { executablePath: path, ...LAUNCHES[name](lab, preferences) };
}
