// A passphrase from Settings, the recovery key shown once, locking and unlocking, by keyboard alone.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { look } from "./axe.mjs";
import { start } from "./host.mjs";
import { becomes } from "./keyboard.mjs";

const PASSPHRASE = "four words that differ";
const CHANGED = "another four words";

describe("the passphrase", () => {
  let host;
  let recoveryKey = "";
  before(async () => {
    host = await start();
    await host.call("interviewer_set", { name: "Ana Ruiz" });
    await host.page.reload();
  });
  after(() => host?.stop());

  const field = (name) => host.page.getByRole("textbox", { name, exact: true });
  const press = (name) => host.page.getByRole("button", { name, exact: true }).press("Enter");
  const locked = () => host.page.getByRole("heading", { name: "Locked", level: 1 }).waitFor();

  test("without one, the key to lock leads to where it is set", async () => {
    const { page } = host;
    await page.getByRole("heading", { name: "Today", level: 1 }).waitFor();
    await page.keyboard.press("Control+l");
    await page.getByText("Your data is not protected").waitFor();
    await look(page, "protection-none");
  });

  test("what is wrong with a new one is said, and nothing is changed", async () => {
    const { page } = host;
    await press("Set a passphrase");
    await page.keyboard.type("short");
    await field("The same once more").fill("shorter");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("not the same").waitFor();
    await field("The same once more").fill("short");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("at least 10 characters").waitFor();
    await look(page, "protection-wrong");
    assert.equal((await host.call("protection_get")).state, "unprotected");
  });

  test("the recovery key is shown once", async () => {
    const { page } = host;
    await field("New passphrase").fill(PASSPHRASE);
    await field("The same once more").fill(PASSPHRASE);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Your recovery key" }).waitFor();
    recoveryKey = await page.locator(".signs").innerText();
    assert.match(recoveryKey, /^([0-9A-Z]{5}-){6}[0-9A-Z]{5}$/);
    await look(page, "protection-recovery");
    await press("I have kept it");
    await page.getByRole("button", { name: "Lock now" }).waitFor();
    assert.ok(!(await page.content()).includes(recoveryKey));
    await look(page, "protection-set");
  });

  test("locked, nothing of the page is left, and a wrong passphrase is said", async () => {
    const { page } = host;
    await host.call("candidate_add", { name: "Zwölf Kanarienvögel", role_id: "senior-python/senior-python-developer" });
    await page.getByRole("link", { name: "Candidates" }).click();
    await page.getByText("Zwölf Kanarienvögel").first().waitFor();
    await page.keyboard.press("Control+l");
    await locked();
    assert.ok(!(await page.content()).includes("Kanarienv"));
    await page.keyboard.type("not the passphrase");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("That is not the passphrase").waitFor();
    await look(page, "locked-wrong");
    await page.setViewportSize({ width: 800, height: 600 });
    await look(page, "locked-narrow");
    await page.setViewportSize({ width: 1280, height: 820 });
    await page.keyboard.type(PASSPHRASE); // the wrong one is selected
    await page.keyboard.press("Enter");
    await page.getByText("Zwölf Kanarienvögel").first().waitFor();
  });

  test("the recovery key opens it as well, and a mistyped one is told by its group", async () => {
    const { page } = host;
    await page.keyboard.press("Control+l");
    await locked();
    await press("Use the recovery key");
    const wrong = (recoveryKey.startsWith("A") ? "B" : "A") + recoveryKey.slice(1);
    await field("Recovery key").fill(wrong);
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("Group 1 is mistyped").waitFor();
    await look(page, "locked-recovery");
    await field("Recovery key").fill(recoveryKey.toLowerCase());
    await page.keyboard.press("Enter");
    await page.getByText("Zwölf Kanarienvögel").first().waitFor();
  });

  test("who has forgotten the passphrase sets another by the recovery key", async () => {
    const { page } = host;
    await page.getByRole("link", { name: "Settings" }).click();
    await press("Change passphrase");
    await page.getByLabel("I have forgotten it, and have the recovery key").check();
    await field("Recovery key").fill(recoveryKey);
    await field("New passphrase").fill(CHANGED);
    await field("The same once more").fill(CHANGED);
    await look(page, "protection-change");
    await page.keyboard.press("Enter");
    await page.getByText("The passphrase is changed.").waitFor();
    await page.keyboard.press("Control+l");
    await locked();
    await page.keyboard.type(CHANGED);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Settings", level: 1 }).waitFor();
  });

  test("what cannot be saved is not locked away", async () => {
    const { page } = host;
    const candidate = (await host.call("candidate_list")).candidates[0].candidate.id;
    const kit = (await host.call("kit_list")).kits[0].id;
    const live = await host.call("interview_start", { candidate_id: candidate, kit_id: kit });
    await page.goto(`${host.url}#/interview/${live.interview.id}`);
    await host.call("interview_begin", { interview_id: live.interview.id });
    await page.reload();
    const note = page.getByRole("textbox", { name: /note/i }).first();
    await note.waitFor();
    await host.call("test/fail", { calls: 1000, code: "disk_full", message: "The disk is full." });
    await note.fill("a word that is not saved");
    await page.keyboard.press("Control+l");
    await page.getByText("Not locked: something is not saved yet").waitFor();
    assert.equal(await note.inputValue(), "a word that is not saved");
    await host.call("test/fail", { calls: 0 });
    await page.getByRole("button", { name: "All right" }).click();
    await page.waitForTimeout(100);
    await page.keyboard.press("Control+l");
    await locked();
    await page.keyboard.type(CHANGED);
    await page.keyboard.press("Enter");
    await note.waitFor();
    assert.equal(await note.inputValue(), "a word that is not saved");
  });

  test("the time on the open question stands through locking, and through another page", async () => {
    const { page } = host;
    const id = /interview\/([^/?]+)/.exec(page.url())[1];
    const stored = async () => (await host.call("interview_get", { interview_id: id })).interview;
    const question = (await stored()).content.questions[1].id;
    await page.goto("about:blank");
    await page.goto(`${host.url}#/interview/${id}?at=${encodeURIComponent(question)}`);
    const time = page.locator(".guide .time");
    const seconds = async () => {
      const [minutes, rest] = /(\d+):(\d\d)/.exec(await time.innerText()).slice(1);
      return Number(minutes) * 60 + Number(rest);
    };
    await becomes(async () => (await seconds()) >= 3, true);
    const before = await seconds();
    await page.keyboard.press("Control+l");
    await locked();
    await page.keyboard.type(CHANGED);
    await page.keyboard.press("Enter");
    await time.waitFor();
    const after = await seconds();
    assert.ok(after >= before, `${before} s, and ${after} s after unlocking`);
    await page.keyboard.press("Control+Shift+t");
    await page.getByRole("heading", { name: "Today", level: 1 }).waitFor();
    await page.goBack();
    await time.waitFor();
    assert.ok((await seconds()) >= after, `${after} s, and ${await seconds()} s after another page`);
    const { records } = await stored();
    assert.ok(records.find((record) => record.question_id === question).spent_seconds >= after, "and it is in the store");
  });

  test("it locks by itself when nobody works, and never while an interview is on the screen", async () => {
    const { page } = host;
    await page.clock.install();
    await page.reload();
    const note = page.getByRole("textbox", { name: /note/i }).first();
    await note.waitFor();
    await page.clock.fastForward("03:00:00");
    await page.clock.runFor(10_000);
    assert.ok(await note.isVisible());
    assert.equal((await host.call("protection_get")).state, "unlocked");
    await page.goto(`${host.url}#/settings`);
    const choice = page.getByRole("combobox", { name: /Lock when nobody works/ });
    await choice.selectOption("2 minutes");
    await look(page, "protection-idle");
    await page.clock.fastForward("01:50");
    assert.ok(await choice.isVisible());
    await page.clock.fastForward("00:30");
    await locked();
    assert.equal((await host.call("protection_get")).state, "locked");
  });

  test("and the page reported nothing wrong", () => assert.deepEqual(host.wrong, []));
});
