// A person at the keyboard: no test here points at anything.
import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";

/** Presses Tab until this has the focus. */
export async function tabTo(page, locator, key = "Tab") {
  await locator.waitFor();
  const seen = [];
  for (let presses = 0; presses < 120; presses++) {
    if (await locator.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
    seen.push(await page.evaluate(() => (document.activeElement?.textContent ?? "").trim().slice(0, 20) || document.activeElement?.tagName));
  }
  assert.fail(`${locator} cannot be reached with ${key}; it went through ${seen.join(" | ")}`);
}

/** Reaches it with Tab, then presses the key. */
export async function press(page, locator, key = "Enter") {
  await tabTo(page, locator);
  await page.keyboard.press(key);
}

/** The text field of exactly this name. */
export const field = (page, name) => page.getByRole("textbox", { name, exact: true });

/** Waits for the page with exactly this heading. */
export const heading = (page, name) => page.getByRole("heading", { name, level: 1, exact: true }).waitFor();

/** From anywhere with the navigation: to the kits. */
export async function toKits(page) {
  await press(page, page.getByRole("link", { name: "Kits", exact: true }));
  await heading(page, "Kits");
}

/** Puts a text into a field, in place of what stands there. */
export async function type(page, name, text) {
  await tabTo(page, field(page, name));
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(text);
}

/** The element with the focus. */
export const focused = (page) => page.locator(":focus");

/** Waits until what was written is durable: nothing is said to be saved before that. */
export async function saved(page) {
  await page.locator('[data-state="saved"]').first().waitFor();
}

/** What opens the data in these tests. */
export const PASSPHRASE = "four words that differ";

/** The first start, by keyboard and without a keychain: a name, a passphrase, a recovery key to keep. */
export async function welcome(page, me = "Ana Ruiz") {
  await page.getByRole("heading", { name: "Welcome" }).waitFor();
  await page.waitForFunction(() => document.activeElement?.matches("input[name=name]"));
  await page.keyboard.insertText(me);
  for (const name of ["Passphrase", "The same once more"]) {
    await page.getByRole("textbox", { name, exact: true }).focus();
    await page.keyboard.insertText(PASSPHRASE);
  }
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "I have kept it" }).press("Enter");
}

/** From an empty folder to a candidate's live interview with the kit of that title. */
export async function begin(page, { me = "Ana Ruiz", candidate = "Nguyễn Văn Anh", kit = "Systems" } = {}) {
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  if (await page.getByRole("heading", { name: "Welcome" }).isVisible()) await welcome(page, me);
  await startWith(page, candidate, kit);
}

/** From Today: adds a candidate and starts. */
export async function startWith(page, candidate, kit) {
  await page.getByRole("heading", { name: "Today", level: 1 }).waitFor();
  await page.getByRole("textbox", { name: "Candidate’s name" }).waitFor();
  await page.getByRole("combobox", { name: "Role" }).locator("option").first().waitFor({ state: "attached" });
  // Today puts the focus on the next step: on the name when there is nothing else to do.
  await page.waitForFunction(() => document.activeElement?.closest("main .page"));
  if (!(await page.evaluate(() => document.activeElement.matches("input")))) await page.keyboard.press("n");
  await page.keyboard.insertText(candidate);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: candidate }).waitFor();
  const chosen = page.getByRole("radio", { name: kit });
  await chosen.waitFor();
  await page.waitForFunction(() => document.activeElement?.matches("input[name=kit]"));
  for (let n = 0; n < 5 && !(await chosen.isChecked()); n++) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  // It opens at its opening, and its clock stands; Mod+Enter begins and goes to the first question.
  await page.getByRole("heading", { name: "Opening", level: 1 }).waitFor();
  await page.waitForFunction(() => document.activeElement?.id === "composer");
  await page.keyboard.press("Control+Enter");
  await page.locator(".prompt").waitFor();
  await page.waitForFunction(() => document.activeElement?.id === "composer");
}

/** Writes a note of a kind: Shift+Tab to the kinds, arrows to the kind, Enter back, text, Enter. */
export async function note(page, text, kind = "Note") {
  const composer = page.getByRole("textbox", { name: "Note", exact: true });
  if (kind !== "Note") {
    await page.keyboard.press("Shift+Tab");
    const radio = page.getByRole("radio", { name: kind, exact: true });
    for (let n = 0; n < 6 && !(await radio.isChecked()); n++) await page.keyboard.press("ArrowRight");
    assert.ok(await radio.isChecked(), `the kind ${kind} cannot be chosen with the arrows`);
    await page.keyboard.press("Enter");
  }
  assert.ok(await composer.evaluate((element) => element === document.activeElement), "the composer has the focus");
  await page.keyboard.insertText(text);
  await page.keyboard.press("Enter");
}

/** Behind the page's back: a prepared interview that has begun, at its first question. */
export async function begun(host, candidate_id, kit_id) {
  const { interview } = await host.call("interview_start", { candidate_id, kit_id });
  await host.call("interview_begin", { interview_id: interview.id });
  return interview;
}

/** Reads until it is as wanted: a key pressed is not yet a key handled. Fails with the last that was read. */
export async function becomes(read, wanted, why) {
  for (let tries = 0; tries < 100; tries++) {
    if (isDeepStrictEqual(await read(), wanted)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.deepEqual(await read(), wanted, why);
}
