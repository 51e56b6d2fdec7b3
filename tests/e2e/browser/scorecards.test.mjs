// Scorecards of another program: looked at, imported, taken back; hidden until one's own is in; and the log of all that.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { look } from "./axe.mjs";
import { start } from "./host.mjs";
import { becomes, press, tabTo } from "./keyboard.mjs";

const FILE = JSON.stringify([
  { id: 11, candidate_id: 5, interview: "Phone", submitted_at: "2026-03-01T12:00:00Z", interviewer: { id: 8, name: "Ola Nordmann" }, overall_recommendation: "definitely_not", attributes: [{ name: "SQL", type: "Skills", note: "joins", rating: "mixed" }, { name: "Rust", type: "Skills", note: null, rating: "perhaps" }], questions: [] },
  { id: 5, first_name: "محمد", last_name: "علی", email_addresses: [{ value: "m@example.org" }] },
  { id: 13, overall_recommendation: "yes", attributes: [] },
]);
const UNNAMED = JSON.stringify([
  { id: 21, candidate_id: 9, interview: "Pair", submitted_at: "2026-03-02T12:00:00Z", interviewer: { id: 8, name: "Ola Nordmann" }, overall_recommendation: "yes", attributes: [{ name: "SQL", type: "Skills", note: null, rating: "so-so" }], questions: [] },
]);
const heading = (name) => host.page.getByRole("heading", { name, level: 1 });
let host;
before(async () => {
  host = await start({ viewport: { width: 1366, height: 768 } });
  await host.call("interviewer_set", { name: "Ida" });
  await host.page.reload();
});
after(() => host?.stop());

async function narrow(what) {
  for (const [width, height] of [[800, 600], [683, 384]]) {
    await host.page.setViewportSize({ width, height });
    assert.ok((await host.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, `${what} at ${width}`);
  }
  await host.page.setViewportSize({ width: 1366, height: 768 });
}

test("a file is looked at with the table of its scale, imported, and taken back from the keyboard", async () => {
  const { page } = host;
  await page.goto(`${host.url}#/candidates`);
  await press(page, page.getByRole("link", { name: "scorecards" }));
  await heading("Import scorecards").waitFor();
  await look(page, "scorecards-import");
  const take = () => page.locator("input[type=file]").setInputFiles({ name: "g.json", mimeType: "application/json", buffer: Buffer.from(FILE) });
  await take();
  await heading("Before the import").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1", "the new step has the focus");
  const shown = (name) => page.getByRole("combobox", { name });
  await becomes(() => shown("The rating “mixed” is shown as").inputValue(), "3");
  await becomes(() => shown("The recommendation “definitely_not” is shown as").inputValue(), "strong_no");
  await page.getByText("“perhaps” is no rating that is known").waitFor();
  await page.getByText("New candidate", { exact: true }).waitFor();
  await look(page, "scorecards-preview");
  // The table is changed by keyboard: the word that no table has gets a level, and is told as unknown no more.
  await tabTo(page, shown("The rating “perhaps” is shown as"));
  await page.keyboard.type("2");
  await becomes(() => page.getByText("“perhaps” is no rating that is known").count(), 0);
  await becomes(() => shown("The rating “perhaps” is shown as").inputValue(), "2");
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "SELECT", "the focus stays in the table");
  await narrow("preview");
  assert.equal((await host.call("candidate_list")).candidates.length, 0, "nothing is written before it is said");
  await press(page, page.getByRole("button", { name: "Import 1 scorecard" }));
  await page.getByRole("status").filter({ hasText: "1 added" }).waitFor();
  await press(page, page.getByRole("button", { name: "Undo the import" }));
  await page.getByRole("status").filter({ hasText: "The import was undone" }).waitFor();
  assert.equal((await host.call("candidate_list")).candidates.length, 0);
  await press(page, page.getByRole("button", { name: "Import another file" }));
  await take();
  await tabTo(page, shown("The rating “perhaps” is shown as"));
  await page.keyboard.type("2");
  await becomes(() => page.getByText("“perhaps” is no rating that is known").count(), 0);
  await tabTo(page, page.getByRole("button", { name: "Import 1 scorecard" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("status").filter({ hasText: "1 added" }).waitFor();
});

test("what was imported is shown when asked for, and not while one's own scorecard is open", async () => {
  const { page } = host;
  const [{ candidate }] = (await host.call("candidate_list")).candidates;
  await page.goto(`${host.url}#/candidate/${candidate.id}`);
  await page.getByRole("heading", { name: "Imported scorecards" }).waitFor();
  assert.equal(await page.getByText("joins").count(), 0, "a colleague's judgement is not seen by passing");
  await press(page, page.getByRole("button", { name: "Show them" }));
  await page.getByText("(said there: mixed)").waitFor();
  await page.getByText("Rust: 2 Below (said there: perhaps)").waitFor();
  await look(page, "scorecards-imported");
  await narrow("candidate");
  await host.call("interview_start", { candidate_id: candidate.id, kit_id: "senior-python/systems" });
  await page.reload();
  await press(page, page.getByRole("button", { name: "Show them" }));
  await page.getByText("Hidden until you submit your own scorecard").waitFor();
  assert.equal(await page.getByText("said there").count(), 0);
});

test("whom the file does not name is asked for: one who is here, or a name that is typed", async () => {
  const { page } = host;
  await page.goto(`${host.url}#/candidates`);
  await press(page, page.getByRole("link", { name: "scorecards" }));
  await heading("Import scorecards").waitFor();
  await page.locator("input[type=file]").setInputFiles({ name: "u.json", mimeType: "application/json", buffer: Buffer.from(UNNAMED) });
  await heading("Before the import").waitFor();
  await page.getByRole("button", { name: "Nothing to import" }).waitFor();
  await page.getByText("9 in Greenhouse, 1 scorecard: Ola Nordmann, Pair").waitFor();
  await look(page, "scorecards-unnamed");
  const who = page.getByRole("combobox", { name: "Who is it?" });
  await tabTo(page, who);
  await page.keyboard.type("Someone new");
  const name = page.getByRole("textbox", { name: "Name of the candidate" });
  await tabTo(page, name);
  await page.keyboard.insertText("山田太郎");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Import 1 scorecard" }).waitFor();
  await page.getByText("New candidate", { exact: true }).waitFor();
  await tabTo(page, who, "Shift+Tab");
  await page.keyboard.press("ArrowDown"); // from "Someone new" to the one who is here
  await becomes(() => page.getByText("New candidate", { exact: true }).count(), 0);
  await becomes(() => page.getByText("Left out so far").count(), 0);
  await narrow("unnamed");
  const before = (await host.call("candidate_list")).candidates.length;
  await press(page, page.getByRole("button", { name: "Import 1 scorecard" }));
  await page.getByRole("status").filter({ hasText: "1 added" }).waitFor();
  assert.equal((await host.call("candidate_list")).candidates.length, before, "nobody was made up");
  await press(page, page.getByRole("button", { name: "Undo the import" }));
  await page.getByRole("status").filter({ hasText: "The import was undone" }).waitFor();
});

test("the log says who did what, is filtered, and its chain is checked", async () => {
  const { page } = host;
  await page.goto(`${host.url}#/settings`);
  await press(page, page.getByRole("link", { name: "Who did what, and when" }));
  await heading("Log").waitFor();
  const rows = page.locator("tbody tr");
  await rows.first().waitFor();
  const { total, lines } = await host.call("log_list", {});
  assert.equal(await rows.count(), total);
  assert.deepEqual(await rows.locator("td:nth-child(3)").allInnerTexts(), ["Ida undid an import", "Ida imported scorecards", "Ida saw others’ scorecards for the first time", "Ida imported scorecards", "Ida undid an import", "Ida imported scorecards"]);
  assert.ok(!(await page.locator("main").innerText()).includes("mixed"), "the log has no rating");
  await press(page, page.getByRole("button", { name: "Check the log" }));
  await page.getByRole("status").filter({ hasText: `Whole: all ${total} lines` }).waitFor();
  await look(page, "log");
  await narrow("log");
  await tabTo(page, page.getByRole("textbox", { name: "Who, or about whom" }));
  await page.keyboard.type("محمد");
  await page.getByRole("status").filter({ hasText: `${lines.filter((one) => one.candidates.some((name) => name.startsWith("محمد"))).length} of ${total} lines` }).waitFor();
  await tabTo(page, page.getByRole("combobox", { name: "What" }));
  await page.getByRole("combobox", { name: "What" }).selectOption("reveal");
  await page.getByRole("status").filter({ hasText: `1 of ${total} lines` }).waitFor();
  assert.deepEqual(host.wrong, []);
});
