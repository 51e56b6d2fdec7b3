// Long exports, what becomes of the file, and the packets of a whole round.
import assert from "node:assert/strict";
import { readdirSync, writeFileSync, readFileSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { look } from "./axe.mjs";
import { pictures, start } from "./host.mjs";
import { becomes, heading, press, tabTo } from "./keyboard.mjs";

const KIT = "senior-python/systems";
const files = (host) => (existsSync(host.saves) ? readdirSync(host.saves).sort() : []);
const wide = (page) => page.evaluate(() => document.querySelector("main").scrollWidth - document.querySelector("main").clientWidth);

/** A candidate with a submitted scorecard that has this note at so many questions. */
async function held(host, name, words, notes = 1) {
  const { roles } = await host.call("role_list");
  const candidate_id = (await host.call("candidate_add", { name, role_id: roles[0].id })).id;
  const { interview } = await host.call("interview_start", { candidate_id, kit_id: KIT });
  for (const { id: place } of interview.content.questions.slice(0, notes)) {
    await host.call("entry_save", { interview_id: interview.id, place, kind: "quote", text: words, at_seconds: 60 });
  }
  await host.call("scorecard_submit", { interview_id: interview.id, recommendation: "yes", reason: "As noted.", anyway: true });
  return candidate_id;
}

async function named(viewport) {
  const host = await start({ viewport });
  await host.call("interviewer_set", { name: "Ana Ruiz" });
  await host.page.reload();
  return host;
}

describe("an export", () => {
  let host;
  before(async () => (host = await named({ width: 1366, height: 768 })));
  after(() => host?.stop());

  test("a long one says how far it is and is stopped by Escape, and what was there stays whole", async () => {
    const { page } = host;
    const id = await held(host, "Jan Kowalski", "What was said goes on and on, and every word of it is printed. ".repeat(1500), 3);
    await page.goto(`${host.url}#/candidate/${id}`);
    await page.getByText(/\d{2,} pages, 1 scorecard/).waitFor({ timeout: 60_000 });
    const { file_name } = await host.call("packet_check", { candidate_id: id });
    mkdirSync(host.saves, { recursive: true });
    writeFileSync(join(host.saves, file_name), "what was there");
    const save = page.getByRole("button", { name: "Export packet" });
    await press(page, save);
    const bar = page.getByRole("progressbar", { name: "How much is done" });
    await bar.waitFor();
    await page.keyboard.press("Escape");
    await page.getByText("Stopped: nothing was written, and a file that was there is as it was.").waitFor({ timeout: 60_000 });
    assert.equal(await bar.count(), 0);
    assert.deepEqual(files(host), [file_name], "no part of a file is left beside it");
    assert.equal(readFileSync(join(host.saves, file_name), "utf8"), "what was there");
    assert.equal(await page.getByText(/^Saved/).count(), 0, "it is not said to be saved");
    // Stopped by its button as well, and done when it is left alone.
    await press(page, save);
    const cancel = page.getByRole("button", { name: "Cancel" });
    await press(page, cancel);
    await page.getByText("Stopped: nothing was written").waitFor({ timeout: 60_000 });
    await page.waitForFunction(() => !document.querySelector("progress"));
    await press(page, save);
    await page.getByText(/^Saved .*\.pdf$/).waitFor({ timeout: 120_000 });
    assert.ok(readFileSync(join(host.saves, file_name)).subarray(0, 5).equals(Buffer.from("%PDF-")));
    assert.deepEqual(host.wrong, []);
  });

  test("how far it is can be seen by everybody, and the file is opened or found from its place", async () => {
    const { page } = host;
    const id = await held(host, "محمد علي", "Short.");
    await page.goto(`${host.url}#/candidate/${id}`);
    await page.getByText(/\d+ pages?, 1 scorecard/).waitFor();
    // As slow as it takes to look at it.
    let go = () => {};
    const gone = new Promise((resolve) => (go = resolve));
    await page.route("**/call_saving/packet_export", async (route) => gone.then(() => route.continue()));
    let seen = { under_way: true, done: 0, of: null };
    await page.route("**/call/job_get", (route) => route.fulfill({ json: seen }));
    await press(page, page.getByRole("button", { name: "Export packet" }));
    const bar = page.getByRole("progressbar", { name: "How much is done" });
    await bar.waitFor();
    await becomes(() => bar.getAttribute("aria-valuetext"), "Laying out the pages");
    assert.equal(await bar.getAttribute("value"), null, "nothing is counted yet");
    seen = { under_way: true, done: 37, of: 252 };
    await becomes(() => bar.getAttribute("aria-valuetext"), "37 of 252 pages");
    await page.getByText("37 of 252 pages").scrollIntoViewIfNeeded();
    await look(page, "export-progress");
    await page.setViewportSize({ width: 800, height: 600 });
    await page.screenshot({ path: join(pictures, "browser-export-progress-800.png") });
    assert.ok((await wide(page)) <= 0);
    await page.setViewportSize({ width: 1366, height: 768 });
    go();
    const said = page.getByText(/^Saved .*\.pdf$/);
    await said.waitFor();
    await page.unrouteAll({ behavior: "ignoreErrors" });
    const path = (await said.innerText()).replace("Saved ", "");
    await press(page, page.getByRole("button", { name: "Show in folder" }));
    await becomes(() => host.call("test/shown"), [path]);
    await press(page, page.getByRole("button", { name: "Open", exact: true }));
    await becomes(() => host.call("test/opened"), [path]);
    await look(page, "export-saved");
    assert.deepEqual(host.wrong, []);
  });

  test("Escape that is an input method's, or a dialog's above it, stops nothing and throws nothing away", async () => {
    const { page } = host;
    const id = await held(host, "山田太郎", "Short.");
    await page.goto(`${host.url}#/candidate/${id}`);
    await page.getByText(/\d+ pages?, 1 scorecard/).waitFor();
    let go = () => {};
    const gone = new Promise((resolve) => (go = resolve));
    const asked = [];
    const answered = (name) => page.route(`**/call/${name}`, (route) => (asked.push(name), route.fulfill({ json: { under_way: true, done: 3, of: 7 } })));
    for (const name of ["job_get", "job_stop"]) await answered(name);
    await page.route("**/call_saving/packet_export", async (route) => gone.then(() => route.continue()));
    await press(page, page.getByRole("button", { name: "Export packet" }));
    const bar = page.getByRole("progressbar", { name: "How much is done" });
    await bar.waitFor();
    /** Whether it was asked to stop once it was asked again how far it is. */
    const stopped = async () => {
      const before = asked.length;
      await becomes(() => asked.length > before + 1, true);
      return asked.slice(before).includes("job_stop") || page.getByText("Stopping…").isVisible();
    };
    // Both ways in which web views say that a key is the input method's.
    for (const how of [{ isComposing: true }, { keyCode: 229 }]) {
      const taken = await page.evaluate((how) => !document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true, ...how })), how);
      assert.equal(taken, false, "the key is left to the input method");
      assert.equal(await stopped(), false, `Escape with ${JSON.stringify(how)} is the input method's`);
    }
    await page.evaluate(() => document.body.appendChild(document.createElement("dialog")).showModal());
    await page.keyboard.press("Escape");
    await becomes(() => page.locator("dialog[open]").count(), 0, "Escape closes the dialog");
    assert.equal(await stopped(), false, "and the dialog alone");
    await bar.waitFor();
    // Alone it stops.
    await page.keyboard.press("Escape");
    await becomes(() => asked.includes("job_stop"), true);
    await page.getByRole("button", { name: "Stopping…" }).waitFor();
    go();
    await page.getByText(/^Saved .*\.pdf$/).waitFor(); // it was done before it heard of it, and says so
    await page.unrouteAll({ behavior: "ignoreErrors" });
    assert.deepEqual(host.wrong, []);
  });
});

describe("the packets of a round", () => {
  let host, round_id;
  before(async () => {
    host = await named({ width: 1366, height: 768 });
    const people = [];
    for (const name of ["Zoë Đorđević", "محمد علي"]) people.push(await held(host, name, "We did it so at Initech, and it held."));
    const { roles } = await host.call("role_list");
    people.push((await host.call("candidate_add", { name: "Kim Ito", role_id: roles[0].id })).id);
    const { round } = await host.call("round_save", { title: "Backend, spring", role_id: roles[0].id, kit_ids: [KIT], candidate_ids: people });
    round_id = round.id;
  });
  after(() => host?.stop());

  test("they go into a folder by keyboard, each decided for itself, and no file is replaced in silence", async () => {
    const { page } = host;
    await page.goto(`${host.url}#/round/${round_id}`);
    await heading(page, "Backend, spring");
    await press(page, page.getByRole("link", { name: "Export their packets" }));
    await heading(page, "Packets of Backend, spring");
    const save = page.getByRole("button", { name: /^Export \d packets? to a folder$/ });
    await becomes(() => save.innerText(), "Export 3 packets to a folder");
    await tabTo(page, page.getByLabel("Packet for"));
    await page.keyboard.press("End");
    assert.equal(await page.getByLabel("Packet for").inputValue(), "blind");
    await tabTo(page, page.getByLabel("Further words to find"));
    await page.keyboard.insertText("Initech");
    await page.getByText("2 packets are not written until what was found in the free text is decided.").waitFor();
    await becomes(() => save.innerText(), "Export 1 packet to a folder");
    await press(page, page.getByRole("button", { name: "Go to the first" }));
    await page.waitForFunction(() => document.activeElement?.matches("summary"));
    assert.match(await page.locator(":focus").innerText(), /\d places? of \d to decide\s+in the packet of Zoë Đorđević/);
    await page.keyboard.press("Enter");
    const keep = page.getByRole("radio", { name: "Keep" }).first();
    await keep.waitFor();
    await look(page, "round-packets-decide");
    for (const [what, viewport] of [["800", { width: 800, height: 600 }], ["200", { width: 640, height: 410 }]]) {
      await page.setViewportSize(viewport);
      await page.screenshot({ path: join(pictures, `browser-round-packets-${what}.png`), fullPage: true });
      assert.ok((await wide(page)) <= 0, `at ${what} it runs out of its width`);
    }
    await page.setViewportSize({ width: 1366, height: 768 });
    // The first radio of a group that has none chosen is reached by Tab; the arrow goes on to the other.
    await tabTo(page, page.getByRole("radio", { name: /^Replace with/ }).first());
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => document.activeElement?.closest("label")?.innerText.trim() === "Keep" && document.activeElement.checked);
    await press(page, page.getByRole("button", { name: "Replace the rest for everyone" }));
    await becomes(() => save.innerText(), "Export 3 packets to a folder");
    assert.ok(await keep.isChecked(), "what was kept stays kept");
    await look(page, "round-packets");

    // Who thinks better of it in the dialog has written nothing.
    await host.call("test/cancel_next_dialog");
    const answered = page.waitForResponse("**/call_saving/round_export");
    await press(page, save);
    await answered;
    await page.waitForFunction(() => !document.querySelector("main").innerText.includes("Writing the packets"));
    assert.deepEqual(files(host), []);
    const done = page.getByRole("heading", { name: /packets? written/ });
    await press(page, save);
    await becomes(() => done.allInnerTexts(), ["3 of 3 packets written"]);
    await page.waitForFunction(() => document.activeElement?.matches("h2"));
    const name = (letter, number = "") => new RegExp(`^\\d{4}-\\d\\d-\\d\\d Candidate ${letter}, Senior Python developer, packet, name hidden${number}\\.pdf$`);
    const wrong = (wanted) => files(host).filter((file, n) => !wanted[n]?.test(file));
    assert.deepEqual([files(host).length, wrong([name("A"), name("B"), name("C")])], [3, []]);
    await look(page, "round-packets-written");
    await press(page, page.getByRole("button", { name: "Open the folder" }));
    await becomes(() => host.call("test/opened"), [host.saves]);

    await press(page, save);
    await becomes(async () => files(host).length, 6, "both are kept");
    await page.waitForFunction(() => document.activeElement?.matches("h2"));
    await tabTo(page, page.getByRole("radio", { name: "Keep both" }), "Shift+Tab");
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction(() => document.activeElement?.value === "replace" && document.activeElement.checked);
    const before = files(host).map((file) => readFileSync(join(host.saves, file)).toString("base64"));
    await press(page, save);
    await page.waitForFunction(() => document.activeElement?.matches("h2"));
    assert.equal(files(host).length, 6, "three were replaced");
    const changed = files(host).filter((file, n) => readFileSync(join(host.saves, file)).toString("base64") !== before[n]);
    assert.deepEqual(changed.filter((file) => file.includes("(2)")), [], "and the numbered ones are as they were");
    assert.equal(changed.length, 3);
    assert.deepEqual(host.wrong, []);
  });

  test("one that cannot be written is named with its reason, and a stopped round says what was written", async () => {
    const { page } = host;
    const { roles } = await host.call("role_list");
    const bad = await held(host, "Dee Sign", "A private sign: \u{F8F0}.");
    const long = await held(host, "Jan Long", "What was said goes on and on, and every word of it is printed. ".repeat(1500), 3);
    const { round } = await host.call("round_save", { title: "Autumn", role_id: roles[0].id, kit_ids: [KIT], candidate_ids: [bad, long] });
    await page.goto(`${host.url}#/round/${round.id}/packets`);
    await heading(page, "Packets of Autumn");
    const save = page.getByRole("button", { name: /^Export \d packets? to a folder$/ });
    await becomes(() => save.innerText(), "Export 1 packet to a folder");
    await page.getByText("1 packet has characters that no font on this computer can draw.").waitFor();
    await press(page, save);
    await page.getByRole("progressbar").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: "0 of 2 packets written, then stopped" }).waitFor({ timeout: 60_000 });
    await page.getByRole("row", { name: /Dee Sign.*Not written.*cannot be drawn/ }).waitFor();
    await page.getByRole("row", { name: /Jan Long.*Not written.*You stopped before it was/ }).waitFor();
    await look(page, "round-packets-stopped");
    assert.equal(files(host).filter((file) => file.includes("Jan") || file.startsWith(".")).length, 0);
    assert.deepEqual(host.wrong, []);
  });
});
