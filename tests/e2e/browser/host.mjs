// Starts the development host with a data folder of its own, and a Chromium to look at it.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");
const program = process.env.WORKBENCH_DEVHOST ?? join(target, "debug/workbench-devhost");
const browserPath = process.env.CHROMIUM ?? "/usr/bin/chromium";
/** Pictures of what was seen, for people. */
export const pictures = join(target, "e2e");

const ARGUMENTS = [
  "--no-sandbox", // tests may run as root
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A development host alone, with a data folder of its own. `demo` makes the sample round first; with `keychain` there is one, which is played. */
export async function serve({ demo = false, keychain = false } = {}) {
  for (const [path, how] of [[program, "cargo build -p workbench-devhost"], [browserPath, "apt install chromium, or set CHROMIUM"]]) {
    if (!existsSync(path)) throw new Error(`${path} is not there: ${how}`);
  }
  const folder = mkdtempSync(join(tmpdir(), "workbench-browser-"));
  const saves = join(folder, "saves");
  const options = ["--data", join(folder, "data"), "--ui", join(root, "ui/dist-devhost"), "--saves", saves];
  const wanted = [...(demo ? ["--demo"] : []), ...(keychain ? ["--keychain"] : [])];
  const host = spawn(program, [...options, ...wanted], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => host.once("exit", resolve));
  const [line] = await Promise.race([
    createInterface({ input: host.stdout })[Symbol.asyncIterator]().next().then((read) => [read.value]),
    ended.then((code) => Promise.reject(new Error(`the development host ended with ${code}`))),
  ]);
  const stop = async () => {
    host.kill("SIGKILL");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: JSON.parse(line).url, saves, pid: host.pid, stop };
}

/** A development host with a page in front of it. How long things are kept is decided later, unless it `asks`: it would be asked before the first interview. */
export async function start({ demo = false, keychain = false, asks = false, viewport = { width: 1280, height: 820 }, scale = 1 } = {}) {
  mkdirSync(pictures, { recursive: true });
  const host = await serve({ demo, keychain });
  if (!asks) await fetch(`${host.url}call/retention_choose`, { method: "POST", body: JSON.stringify({ rule_id: null }) });
  const browser = await chromium.launch({ executablePath: browserPath, args: ARGUMENTS, ignoreDefaultArgs: ["--hide-scrollbars"] }); // they take room in the window too
  const stop = () => browser.close().then(host.stop);
  try {
    return await browse(browser, { ...host, stop }, viewport, scale);
  } catch (error) {
    await stop(); // or the tests would wait for them for ever
    throw error;
  }
}

async function browse(browser, { url, saves, stop }, viewport, scale) {
  const context = await browser.newContext({ viewport, deviceScaleFactor: scale, locale: "en-GB" });
  // LATE=400: every answer and every part of the page comes up to that many milliseconds late, which shows who does not wait for it.
  const late = Number(process.env.LATE ?? 0);
  if (late > 0) {
    await context.route("**/*", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * late));
      await route.continue().catch(() => {}); // the page may be gone
    });
  }
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(`error: ${error.message}`));
  page.on("console", (message) => {
    // A refused call is an answer; Chromium calls it an error.
    if (message.type() === "error" && !message.text().includes("the server responded with a status")) wrong.push(message.text());
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url())) wrong.push(`the page asked for ${request.url()}`);
  });
  await page.goto(url);
  return {
    page,
    url,
    saves,
    /** What the page reported as wrong; must stay empty. */
    wrong,
    /** Runs a command behind the page's back; also `test/…`. */
    async call(name, request = {}) {
      const path = name.startsWith("test/") ? name : `call/${name}`;
      const response = await fetch(url + path, { method: "POST", body: JSON.stringify(request) });
      const answer = await response.json();
      if (!response.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
      return answer;
    },
    stop,
  };
}
