// The first start: a passphrase or the keychain before anything about a candidate, looking round, and sleeping; by keyboard.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { look } from "./axe.mjs";
import { start } from "./host.mjs";
import { PASSPHRASE } from "./keyboard.mjs";

const field = (page, name) => page.getByRole("textbox", { name, exact: true });
const press = (page, name) => page.getByRole("button", { name, exact: true }).press("Enter");
const heading = (page, name) => page.getByRole("heading", { name, level: 1 }).waitFor();
const focusOn = (page, label) => page.waitForFunction((words) => document.activeElement?.labels?.[0]?.innerText === words, label);

describe("a first start without a keychain", () => {
  let host;
  before(async () => (host = await start()));
  after(() => host?.stop());

  test("it asks for a name and a passphrase, says what is wrong with them, and keeps what was typed", async () => {
    const { page } = host;
    await heading(page, "Welcome");
    await page.waitForFunction(() => document.activeElement?.matches("input[name=name]"));
    assert.equal(await page.getByRole("radio").count(), 0, "there is nothing to choose");
    await page.keyboard.type("Ana Ruiz");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("Choose a passphrase").waitFor();
    await focusOn(page, "Passphrase");
    await page.keyboard.type("short");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("not the same").waitFor();
    await focusOn(page, "The same once more");
    await page.keyboard.type("short");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("at least 10 characters").waitFor();
    await focusOn(page, "Passphrase");
    await look(page, "first-wrong");
    // What an input method wrote might not be typed again where the passphrase is asked for.
    const typed = await field(page, "Passphrase").inputValue();
    const method = await page.context().newCDPSession(page);
    await method.send("Input.imeSetComposition", { text: "ぱす", selectionStart: 2, selectionEnd: 2 });
    await method.send("Input.insertText", { text: "ぱす" });
    await page.getByRole("alert").getByText("Turn the input method off").waitFor();
    assert.equal(await field(page, "Passphrase").inputValue(), typed);
    assert.equal((await host.call("protection_get")).state, "unprotected");
    assert.equal((await host.call("status_get")).interviewer, null);
  });

  test("the recovery key is shown once and can be saved", async () => {
    const { page } = host;
    await field(page, "Passphrase").fill(PASSPHRASE);
    await field(page, "The same once more").fill(PASSPHRASE);
    await page.keyboard.press("Enter");
    await heading(page, "Your data is protected");
    const recoveryKey = await page.locator(".signs").innerText();
    await look(page, "first-recovery");
    await page.setViewportSize({ width: 800, height: 600 });
    await look(page, "first-recovery-narrow");
    await page.setViewportSize({ width: 1280, height: 820 });
    await press(page, "Save as a file");
    await page.getByText("Move it to a stick").waitFor();
    const written = readFileSync(join(host.saves, "Interview Workbench recovery key.txt"), "utf8");
    assert.ok(written.includes(recoveryKey), written);
    await press(page, "I have kept it");
    await heading(page, "Today");
    assert.ok(!(await page.content()).includes(recoveryKey));
    assert.equal((await host.call("status_get")).protected, true);
    assert.equal(await page.getByText("not protected").count(), 0);
  });

  test("before the laptop sleeps the data is locked", async () => {
    const { page } = host;
    await page.evaluate(() => window.dispatchEvent(new Event("test-sleeping")));
    await heading(page, "Locked");
    assert.equal((await host.call("protection_get")).state, "locked");
    await focusOn(page, "Passphrase");
    await page.keyboard.type(PASSPHRASE);
    await page.keyboard.press("Enter");
    await heading(page, "Today");
    assert.deepEqual(host.wrong, []);
  });
});

describe("looking round", () => {
  let host;
  before(async () => (host = await start()));
  after(() => host?.stop());

  test("it says what there is to see, practice is one key away, and the first real person asks for protection", async () => {
    const { page } = host;
    await page.waitForFunction(() => document.activeElement?.matches("input[name=name]"));
    await page.keyboard.type("Ana Ruiz");
    await page.getByText("practice with one made-up candidate").waitFor();
    await press(page, "Look round first");
    await heading(page, "Today");
    await page.getByText("You are looking round").waitFor();
    await look(page, "first-trial");
    await page.waitForFunction(() => document.activeElement?.textContent === "Practice interview");
    await page.getByText("workbench demo --out").waitFor();
    await page.getByRole("combobox", { name: "Role" }).locator("option").first().waitFor({ state: "attached" });
    await page.keyboard.press("n");
    await page.keyboard.type("Jan Kowalski");
    await page.keyboard.press("Enter");
    await page.getByText("Protect it before you add real people").waitFor();
    assert.equal(await field(page, "Candidate’s name").inputValue(), "Jan Kowalski", "what was typed is there");
    await look(page, "first-trial-refused");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Practice interview" }).focus();
    await page.keyboard.press("Enter");
    await heading(page, "Opening");
  });

  test("once it is protected, real people are taken, and Today begins with them", async () => {
    const { page } = host;
    await page.goto(`${host.url}#/settings`);
    await press(page, "Set a passphrase");
    await field(page, "New passphrase").fill(PASSPHRASE);
    await field(page, "The same once more").fill(PASSPHRASE);
    await page.keyboard.press("Enter");
    await press(page, "I have kept it");
    await page.goto(`${host.url}#/today`);
    await page.getByText("Nobody is here yet").waitFor();
    assert.deepEqual(await page.locator("h2").allInnerTexts(), ["Add a candidate", "Practise"]);
    assert.equal(await page.getByText("workbench demo").count(), 0);
    await host.call("candidate_add", { name: "Jan Kowalski", role_id: "senior-python/senior-python-developer" });
    assert.deepEqual(host.wrong, []);
  });
});

describe("a first start with a keychain", () => {
  let host;
  before(async () => (host = await start({ keychain: true })));
  after(() => host?.stop());

  test("the keychain is offered first, and nothing is to be typed but a name", async () => {
    const { page } = host;
    await page.getByRole("radio", { name: /keychain/ }).waitFor();
    await look(page, "first-keychain");
    await page.waitForFunction(() => document.activeElement?.matches("input[name=name]"));
    await page.keyboard.type("Ana Ruiz");
    await page.keyboard.press("Enter");
    await press(page, "I have kept it");
    await heading(page, "Today");
    const is = await host.call("protection_get");
    assert.deepEqual([is.state, is.passphrase, is.keychain], ["unlocked", false, true]);
  });

  test("a passphrase is set beside it and the keychain taken away, under Settings", async () => {
    const { page } = host;
    await page.keyboard.press("Control+l");
    await heading(page, "Locked");
    await page.getByRole("button", { name: "Unlock with the keychain" }).waitFor();
    await look(page, "locked-keychain");
    await press(page, "Unlock with the keychain");
    await page.getByRole("link", { name: "Settings" }).click();
    await page.getByText("This computer’s keychain or the recovery key opens it").waitFor();
    await look(page, "protection-keychain");
    await press(page, "Set a passphrase");
    await field(page, "New passphrase").fill(PASSPHRASE);
    await field(page, "The same once more").fill(PASSPHRASE);
    await page.keyboard.press("Enter");
    await page.getByText("The passphrase is set.").waitFor();
    await look(page, "protection-both");
    await press(page, "Take the key out of the keychain");
    await field(page, "Passphrase").fill("not the passphrase");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("That is not the passphrase").waitFor();
    await field(page, "Passphrase").fill(PASSPHRASE);
    await page.keyboard.press("Enter");
    await page.getByText("The keychain does not keep the key any more.").waitFor();
    assert.equal((await host.call("protection_get")).keychain, false);
    assert.deepEqual(host.wrong, []);
  });
});

describe("a folder that was made without protection", () => {
  let host;
  before(async () => {
    host = await start();
    await host.call("interviewer_set", { name: "Ana Ruiz" });
    await host.page.reload();
  });
  after(() => host?.stop());

  test("Today says so in one line, with the way to mend it", async () => {
    const { page } = host;
    await page.getByText("Your data is not protected yet").waitFor();
    await look(page, "today-unprotected");
    await page.getByRole("link", { name: "Protect it" }).press("Enter");
    await page.getByRole("button", { name: "Set a passphrase" }).waitFor();
    assert.deepEqual(host.wrong, []);
  });
});
