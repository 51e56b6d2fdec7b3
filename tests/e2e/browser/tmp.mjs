import { chromium } from "playwright-core";
import { spawn } from "node:child_process";
const ui = process.argv[2];
const host = spawn("target/debug/workbench-devhost", ["--data", "/tmp/dbg2-" + Date.now(), "--ui", ui, "--saves", "/tmp/dbg-saves"], { stdio: ["ignore", "pipe", "inherit"] });
const line = await new Promise((r) => host.stdout.once("data", (d) => r(String(d))));
const { url } = JSON.parse(line);
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const p = await b.newPage();
p.on("console", (m) => console.log("console", m.text()));
p.on("pageerror", (e) => console.log("error", e.message));
p.on("requestfinished", (r) => console.log("fin", r.url()));
p.on("requestfailed", (r) => console.log("failed", r.url()));
p.on("request", (r) => console.log("req", r.url()));
try { await p.goto(url, { timeout: 8000 }); console.log("loaded"); } catch (e) { console.log(String(e).slice(0, 100)); }
await b.close(); host.kill();
