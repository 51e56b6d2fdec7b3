// When something cannot be: what was typed stays, and the person is told why.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { look } from "./axe.mjs";
import { start } from "./host.mjs";
import { PASSPHRASE, begin, note, saved } from "./keyboard.mjs";

let host;
before(async () => (host = await start()));
after(() => host?.stop());

test("a bad name is refused with the reason and the text stays", async () => {
  const { page } = host;
  const bad = "Ana\u202ERuiz";
  const field = page.getByRole("textbox", { name: "Your name, as it stands in packets" });
  await field.waitFor();
  await page.keyboard.insertText(bad);
  for (const name of ["Passphrase", "The same once more"]) await page.getByRole("textbox", { name, exact: true }).fill(PASSPHRASE);
  await page.keyboard.press("Enter");
  await page.getByRole("alert").filter({ hasText: "U+202E" }).waitFor();
  assert.equal(await field.inputValue(), bad);
  assert.ok(await field.evaluate((element) => element === document.activeElement), "the field has the focus again");
  assert.equal((await host.call("protection_get")).state, "unprotected", "nothing is moved before the name is right");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Ana Ruiz");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "I have kept it" }).press("Enter");

  const candidate = page.getByRole("textbox", { name: "Candidate’s name" });
  await candidate.waitFor();
  await page.keyboard.press("n");
  for (const [name, why] of [["", "Write the candidate’s name|Write the candidate's name"], ["山".repeat(201), "201 characters"], ["Ana\u0007", "U\\+0007"]]) {
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Delete");
    await page.keyboard.insertText(name);
    await page.keyboard.press("Enter");
    await page.getByRole("alert").filter({ hasText: new RegExp(why) }).waitFor();
    assert.equal(await candidate.inputValue(), name);
  }
  assert.equal((await host.call("candidate_list")).candidates.length, 0);
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
});

test("a note that cannot be saved stays on screen, is not called saved, and is saved once there is room", async () => {
  const { page } = host;
  await page.reload();
  await begin(page, { candidate: "Jan Kowalski" });
  await note(page, "before the disk was full");
  await saved(page);
  const message = "The disk is full. Make room on it; nothing that was saved is lost.";
  await host.call("test/fail", { calls: 100000, code: "disk_full", message });
  await note(page, "while the disk was full");
  await page.keyboard.insertText("still being typed");
  await page.getByRole("alert").filter({ hasText: "The disk is full" }).waitFor();
  const status = page.locator(".composer .saved");
  assert.equal(await status.getAttribute("data-state"), "failed");
  assert.ok(!(await status.innerText()).includes("Saved "), "nothing is called saved");
  await page.getByText("while the disk was full", { exact: true }).waitFor();
  assert.equal(await page.getByRole("textbox", { name: "Note", exact: true }).inputValue(), "still being typed");
  await look(page, "disk-full");
  // Ratings go on working on the screen meanwhile.
  await page.keyboard.press("Control+4");

  await host.call("test/fail", { calls: 0 });
  await page.locator('.composer [data-state="saved"]').waitFor({ timeout: 20000 });
  await page.waitForTimeout(1000);
  const { interviews } = await host.call("interview_list");
  const { interview } = await host.call("interview_get", { interview_id: interviews[0].id });
  assert.deepEqual(interview.entries.map((entry) => entry.text), ["before the disk was full", "while the disk was full"]);
  assert.deepEqual(interview.drafts.map((draft) => draft.text), ["still being typed"]);
  assert.equal(interview.records.find((record) => record.rating !== null)?.rating, 4);
  assert.equal(await page.getByRole("alert").count(), 0, "the warning goes when its reason has gone");
  assert.deepEqual(host.wrong, []);
});

test("a start that fails for a reason says the reason and tries again", async () => {
  const { page } = host;
  await page.goto("about:blank"); // or the interview that is left says how long it took, and that call is the one to fail
  await page.goto(`${host.url}#/today`);
  await page.getByRole("heading", { name: "Today", level: 1 }).waitFor();
  await page.getByRole("textbox", { name: "Candidate’s name" }).waitFor();
  await host.call("test/fail", { calls: 1, code: "storage", message: "The data folder cannot be written." });
  await page.keyboard.press("n");
  await page.keyboard.insertText("Olga Petrova");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").filter({ hasText: "cannot be written" }).waitFor();
  assert.equal(await page.getByRole("textbox", { name: "Candidate’s name" }).inputValue(), "Olga Petrova");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Olga Petrova" }).waitFor();
});

test("a page that cannot be read says why, and reads again", async () => {
  const { page } = host;
  const { candidates } = await host.call("candidate_list");
  const { interviews } = await host.call("interview_list");
  const message = "The database could not be read.";
  const places = [
    ["today", "today_get", "today", "Add a candidate"],
    ["candidates", "candidate_list", "candidates", "All candidates"],
    ["candidate", "candidate_get", `candidate/${candidates[0].candidate.id}`, candidates[0].candidate.name],
    ["kits", "kit_list", `candidate/${candidates[0].candidate.id}?start=1`, "Start interview"],
    ["roles", "role_list", "candidates", "Add candidate"],
    ["questions", "question_search", "questions", "16 of 16 questions"],
    ["question", "question_get", "questions?id=senior-python/py-gil", "Rating anchors"],
    ["compare", "candidate_list", "compare", "Candidates, two or more"],
    ["table", "compare_table", `compare?ids=${candidates.map((card) => card.candidate.id)}`, "Competency"],
    ["review", "interview_get", `interview/${interviews[0].id}/scorecard`, "Your recommendation"],
  ];
  for (const [name, command, place, there] of places) {
    const broken = (route) => route.fulfill({ status: 422, contentType: "application/json", body: JSON.stringify({ code: "storage", message }) });
    await page.route(`**/call/${command}`, broken);
    await page.goto("about:blank");
    await page.goto(`${host.url}#/${place}`);
    const alert = page.getByRole("alert").filter({ hasText: message }).first();
    await alert.waitFor();
    await look(page, `unread-${name}`);
    await page.unroute(`**/call/${command}`);
    await alert.getByRole("button", { name: "Try again" }).press("Enter");
    await alert.waitFor({ state: "detached" });
    await page.getByText(there, { exact: false }).or(page.getByLabel(there)).first().waitFor();
  }
  assert.deepEqual(host.wrong, []);
});
