import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { BrowserName } from "./browser.ts";
import type { Machine } from "./machine.ts";
import { planBrowser, type BrowserPlan } from "./plan-browser.ts";

const OWN = { chromium: "/cache/chromium", firefox: "/cache/firefox", webkit: "/cache/webkit" };
const GTK = ["/usr/bin/WebKitWebDriver", "/usr/bin/Xvfb"];
const MAC_CHROME = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
const MAC_FIREFOX = "/Applications/Firefox.app/Contents/MacOS/firefox";

interface Sketch extends Partial<Machine> {
  readonly files?: readonly string[];
}

function sketchMachine({ files = [], environment = {}, ...rest }: Sketch): Machine {
  return {
    system: "linux",
    distribution: "debian",
    isRoot: true,
    isFile: (path) => files.includes(path),
    ownBuilds: OWN,
    ...rest,
    environment: { PATH: "/usr/local/bin::/usr/bin", ...environment },
  };
}

interface Case {
  readonly name: string;
  readonly machine: Sketch;
  readonly browser: BrowserName;
  readonly plan: BrowserPlan;
}

function use(name: BrowserName, path: string, kind: "playwright" | "stock" | "gtk"): BrowserPlan {
  return { step: "use", browser: { name, path, kind } };
}

const CASES: readonly Case[] = [
  {
    name: "installs chromium's package as root on debian",
    machine: {},
    browser: "chromium",
    plan: { step: "install", packages: ["chromium-headless-shell"] },
  },
  {
    name: "installs WebKitGTK's driver and a display as root on debian",
    machine: { files: ["/usr/bin/WebKitWebDriver"] },
    browser: "webkit",
    plan: { step: "install", packages: ["webkit2gtk-driver", "xvfb"] },
  },
  {
    name: "names sudo and the download to one who is not root on debian",
    machine: { isRoot: false },
    browser: "firefox",
    plan: {
      step: "fail",
      problem: "firefox was not found",
      cure: "sudo apt-get install -y --no-install-recommends firefox-esr, or npx playwright install --with-deps firefox",
    },
  },
  {
    name: "leaves ubuntu's snaps alone",
    machine: { distribution: "ubuntu" },
    browser: "chromium",
    plan: {
      step: "fail",
      problem: "chromium was not found",
      cure: "npx playwright install --with-deps chromium",
    },
  },
  {
    name: "names the download where there is no package manager that it knows",
    machine: { system: "darwin", distribution: undefined, isRoot: false },
    browser: "webkit",
    plan: { step: "fail", problem: "webkit was not found", cure: "npx playwright install webkit" },
  },
  {
    name: "takes what is on the PATH, best name first",
    machine: { files: ["/usr/bin/google-chrome", "/usr/local/bin/chromium-browser", OWN.chromium], isRoot: false },
    browser: "chromium",
    plan: use("chromium", "/usr/local/bin/chromium-browser", "stock"),
  },
  {
    name: "takes the quick build of chromium before the one with windows",
    machine: { files: ["/usr/bin/chromium", "/usr/bin/chromium-headless-shell"] },
    browser: "chromium",
    plan: use("chromium", "/usr/bin/chromium-headless-shell", "stock"),
  },
  {
    name: "installs the quick build as root on debian, and does with the one with windows where that fails",
    machine: { files: ["/usr/bin/chromium"] },
    browser: "chromium",
    plan: {
      step: "use",
      browser: { name: "chromium", path: "/usr/bin/chromium", kind: "stock" },
      quickPackages: ["chromium-headless-shell"],
    },
  },
  {
    name: "takes an extended support release before another firefox",
    machine: { files: ["/usr/bin/firefox", "/usr/bin/firefox-esr"] },
    browser: "firefox",
    plan: use("firefox", "/usr/bin/firefox-esr", "stock"),
  },
  {
    name: "takes the applications of macOS",
    machine: { system: "darwin", distribution: undefined, files: [MAC_CHROME] },
    browser: "chromium",
    plan: use("chromium", MAC_CHROME, "stock"),
  },
  {
    name: "takes firefox from the applications of macOS",
    machine: { system: "darwin", distribution: undefined, files: [MAC_FIREFOX, OWN.firefox] },
    browser: "firefox",
    plan: use("firefox", MAC_FIREFOX, "stock"),
  },
  {
    name: "takes Playwright's build when there is no other",
    machine: { files: [OWN.firefox] },
    browser: "firefox",
    plan: use("firefox", OWN.firefox, "playwright"),
  },
  {
    name: "takes Playwright's WebKit before WebKitGTK",
    machine: { files: [OWN.webkit, ...GTK] },
    browser: "webkit",
    plan: use("webkit", OWN.webkit, "playwright"),
  },
  {
    name: "takes WebKitGTK when it has a display to run on",
    machine: { files: GTK },
    browser: "webkit",
    plan: use("webkit", "/usr/bin/WebKitWebDriver", "gtk"),
  },
  {
    name: "takes what the environment names before all else",
    machine: { environment: { FAIRMIRROR_CHROMIUM: "/opt/mine" }, files: ["/opt/mine", "/usr/bin/chromium"] },
    browser: "chromium",
    plan: use("chromium", "/opt/mine", "stock"),
  },
  {
    name: "takes nothing else when the environment names no file",
    machine: { environment: { FAIRMIRROR_FIREFOX: "/opt/none" }, files: ["/usr/bin/firefox"] },
    browser: "firefox",
    plan: {
      step: "fail",
      problem: 'FAIRMIRROR_FIREFOX names no file: "/opt/none"',
      cure: "correct FAIRMIRROR_FIREFOX or unset it",
    },
  },
];

suite("planBrowser", () => {
  for (const { name, machine, browser, plan } of CASES) {
    test(name, () => {
      assert.deepEqual(planBrowser(browser, sketchMachine(machine)), plan);
    });
  }
});
