// The debrief and the decision by keyboard: refused before one's own scorecard, kept as it is typed, recorded with a reason.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { look } from "./axe.mjs";
import { pictures, start } from "./host.mjs";
import { becomes, begun, press, saved, tabTo } from "./keyboard.mjs";

const sizes = [["800", { width: 800, height: 600 }], ["200", { width: 640, height: 410 }]];
const wide = (page) => page.evaluate(() => document.querySelector("main").scrollWidth - document.querySelector("main").clientWidth);
async function narrow(page, name) {
  for (const [what, viewport] of sizes) {
    await page.setViewportSize(viewport);
    await page.screenshot({ path: join(pictures, `browser-${name}-${what}.png`) });
    assert.ok((await wide(page)) <= 0, `${name} at ${what} runs out of its width`);
  }
  await page.setViewportSize({ width: 1366, height: 768 });
}

describe("a debrief", () => {
  let host, candidate, other, kit_id;
  before(async () => {
    host = await start({ viewport: { width: 1366, height: 768 } });
    await host.call("interviewer_set", { name: "Ana Ruiz" });
    const { id: role_id } = (await host.call("role_list")).roles[0];
    kit_id = "senior-python/systems";
    for (const [name, lead, scribe] of [["Nguyễn Văn Anh", [4, 4, 5, 3], [2, 4, 3, 3]], ["محمد علی", [4, 3, 4, 3], [3, 4, 3, "could_not_judge"]]]) {
      const added = await host.call("candidate_add", { name, role_id });
      [candidate, other] = [candidate ?? added, added];
      await both(added.id, lead, scribe);
    }
    await host.page.reload();
  });
  after(() => host?.stop());
  const debrief = () => host.call("debrief_get", { candidate_id: candidate.id });
  const title = () => host.page.getByRole("heading", { name: `Debrief: ${candidate.name}`, level: 1 });

  /** Two interview together at this laptop, and both submit. */
  async function both(candidate_id, lead, scribe) {
    const first = await begun(host, candidate_id, kit_id);
    const second = (await host.call("interview_start", { beside: first.id, interviewer_name: "Jan Żółć", part: "scribe" })).interview;
    for (const [{ id: interview_id, content }, ratings, recommendation] of [[first, lead, "yes"], [second, scribe, "no"]]) {
      const ask = content.questions;
      await host.call("tick_set", { interview_id, question_id: ask[0].id, target: "indicator", number: 1, state: "heard" });
      for (const [n, rating] of ratings.entries()) await host.call("rating_set", { interview_id, question_id: ask[n].id, rating });
      await host.call("scorecard_submit", { interview_id, recommendation, reason: "Named the cause, and what she did not know. 太郎", anyway: true });
    }
  }

  test("it is refused while one's own scorecard of the round is open, and says what comes first", async () => {
    const { page } = host;
    const third = await host.call("candidate_add", { name: "Bo Ek", role_id: candidate.role_id });
    const interview = await begun(host, third.id, kit_id);
    await page.goto(`${host.url}#/candidate/${candidate.id}/debrief`);
    await page.getByRole("heading", { name: "Debrief", level: 1 }).waitFor();
    await page.getByText("is not submitted. Submit it first").waitFor();
    assert.equal(await page.getByText("composite").count(), 0);
    await look(page, "debrief-refused");
    await host.call("interview_discard", { interview_id: interview.id });
  });

  test("one key leads there from the candidate, and the evidence comes before the recommendations", async () => {
    const { page } = host;
    await page.goto(`${host.url}#/candidate/${candidate.id}`);
    await page.getByRole("link", { name: "Debrief and decision" }).waitFor();
    await page.keyboard.press("d");
    await title().waitFor();
    const headings = await page.getByRole("heading", { level: 2 }).allTextContents();
    const at = (name) => headings.indexOf(name);
    const order = ["The figures", "Where raters differ", "Recommendations", "Notes of the meeting", "Open risks and follow-ups", "Decision"];
    for (const [before, after] of order.slice(1).map((name, i) => [order[i], name])) assert.ok(at(before) >= 0 && at(before) < at(after), `${before} before ${after}: ${headings}`);
    const shown = await debrief();
    const gaps = shown.view.rows.map((row) => row.gap).filter((gap) => gap !== null);
    assert.ok(gaps.some((gap) => gap >= 1), `raters differ: ${gaps}`);
    const first = await page.getByRole("region", { name: "Where raters differ" }).getByRole("listitem").first().innerText();
    const largest = shown.view.rows.find((row) => row.gap === Math.max(...gaps));
    assert.ok(first.includes(largest.competency.name), `the largest gap first: ${first}`);
    assert.equal(shown.view.standing.of, 2);
    await look(page, "debrief");
    await narrow(page, "debrief");
  });

  test("an imported scorecard stands beside with its source, in the debrief and in the drawer of a cell, and enters no figure", async () => {
    const { page } = host;
    const before = (await debrief()).view;
    const scorecard = [
      { id: 31, candidate_id: 7, interview: "Phone", submitted_at: "2026-03-01T12:00:00Z", interviewer: { id: 8, name: "Ola Nordmann" }, overall_recommendation: "definitely_not", attributes: [{ name: "SQL", type: "Skills", note: "joins", rating: "mixed" }], questions: [] },
    ];
    const { import_id } = await host.call("scorecard_import", { name: "g.json", bytes: Buffer.from(JSON.stringify(scorecard)).toString("base64"), role_id: candidate.role_id, candidate_id: candidate.id });
    await page.goto("about:blank");
    await page.goto(`${host.url}#/candidate/${candidate.id}/debrief`);
    await title().waitFor();
    const beside = page.getByRole("region", { name: "Imported, in no figure" });
    await beside.getByText("Imported from Greenhouse, submitted").waitFor();
    await beside.getByText("SQL: 3 Meets (said there: mixed)").waitFor();
    await look(page, "debrief-imported");
    await narrow(page, "debrief-imported");
    const { composite, rows } = (await debrief()).view;
    assert.deepEqual([composite, rows], [before.composite, before.rows]);
    await page.goto(`${host.url}#/compare?ids=${candidate.id},${other.id}&names=1&seed=0`);
    const cell = page.locator("[data-cell]").first();
    await press(page, cell);
    const drawer = page.getByRole("complementary");
    await drawer.getByText("Imported from Greenhouse, submitted").waitFor();
    await drawer.getByText("SQL: 3 Meets (said there: mixed)").waitFor();
    await look(page, "evidence-imported");
    await host.call("import_undo", { import_id });
  });

  test("from the round and the comparison it is a link and a key away", async () => {
    const { page } = host;
    await page.goto(`${host.url}#/compare?ids=${candidate.id},${other.id}&names=1&seed=0`);
    await page.getByRole("heading", { name: "Debrief", level: 2 }).waitFor();
    await page.keyboard.press("d");
    await becomes(() => page.evaluate(() => document.activeElement?.textContent), candidate.name, "of several the first has the focus");
    await page.keyboard.press("Enter");
    await title().waitFor();
    const round = await host.call("round_save", { title: "Autumn", role_id: candidate.role_id, kit_ids: [], candidate_ids: [candidate.id, other.id] });
    await page.goto(`${host.url}#/round/${round.round.id}`);
    await tabTo(page, page.getByRole("link", { name: candidate.name, exact: true }));
    await page.keyboard.press("d");
    await title().waitFor();
  });

  test("what is written is kept as it is typed, and what was taken out comes back", async () => {
    const { page } = host;
    const notes = page.getByRole("textbox", { name: "What was said" });
    await tabTo(page, notes);
    await page.keyboard.insertText("We went through the incident: 太郎 led it.");
    await saved(page);
    await becomes(async () => (await debrief()).draft.notes, "We went through the incident: 太郎 led it.", "notes");
    await page.keyboard.press("Control+z");
    await becomes(async () => (await debrief()).draft.notes, "", "undo in the field is kept too");
    await page.keyboard.press("Control+Shift+z");

    const agreed = page.getByRole("combobox", { name: /^Agreed/ }).first();
    await tabTo(page, agreed, "Shift+Tab");
    await page.keyboard.press("3");
    await becomes(async () => (await debrief()).draft.consensus.map((one) => one.level), [3], "agreed");
    const why = page.getByRole("textbox", { name: /^Why you agree/ });
    await tabTo(page, why);
    await page.keyboard.insertText("Both heard the same answer.");
    await becomes(async () => (await debrief()).draft.consensus[0].reason, "Both heard the same answer.", "its reason");

    await press(page, page.getByRole("button", { name: "Add a risk" }));
    await page.keyboard.insertText("Never was on call");
    await page.keyboard.press("Tab");
    await page.keyboard.insertText("Jan Kowalski");
    await becomes(async () => (await debrief()).draft.points.map((one) => [one.text, one.owner]), [["Never was on call", "Jan Kowalski"]], "a point");
    await saved(page);
    // What is still on its way is not called saved, whatever was saved before it.
    const standing = page.locator(".foot [data-state]");
    assert.match(await standing.innerText(), /^Saved /);
    let let_go;
    const held = new Promise((resolve) => (let_go = resolve));
    await page.route("**/call/debrief_save", (route) => held.then(() => route.continue()));
    await press(page, page.getByRole("button", { name: "Add a dissent" }));
    await page.keyboard.insertText("Olga Petrova");
    await becomes(() => standing.innerText(), "Saving…");
    const over = () => page.evaluate(() => document.querySelector(".dissent").getBoundingClientRect().bottom <= document.querySelector(".foot").getBoundingClientRect().top);
    assert.ok(await over(), "it does not stand over the new dissent");
    let_go();
    await saved(page);
    await page.unroute("**/call/debrief_save");
    await becomes(async () => (await debrief()).draft.decision.dissent.map((one) => one.name), ["Olga Petrova"]);
    await look(page, "debrief-dissent");
    await press(page, page.getByRole("button", { name: /^Take out the dissent/ }));
    await becomes(async () => (await debrief()).draft.decision.dissent, []);
    await press(page, page.getByRole("button", { name: /^Take out Risk/ }));
    await becomes(async () => (await debrief()).draft.points, [], "taken out");
    await page.keyboard.press("Control+z");
    await becomes(async () => (await debrief()).draft.points.length, 1, "put back");
    await look(page, "debrief-written");
  });

  test("a decision is not recorded without its reason, and each version is kept", async () => {
    const { page } = host;
    const record = page.getByRole("button", { name: "Record the decision" });
    await press(page, record);
    await page.getByText("Choose what is decided.").waitFor();
    await page.getByText("Say why. A decision is kept with its reason.").waitFor();
    assert.equal((await debrief()).decisions.length, 0);
    await look(page, "decision-refused");
    // The focus is on what is wrong first.
    await becomes(() => page.evaluate(() => document.activeElement?.getAttribute("name")), "outcome", "the focus");
    await page.keyboard.press("Space");
    await tabTo(page, page.getByRole("radio", { name: "With the formula" }));
    await page.keyboard.press("Space");
    await tabTo(page, page.getByRole("textbox", { name: "Why", exact: true }));
    await page.keyboard.insertText("Led the incident, and taught while doing so.");
    await press(page, page.getByRole("button", { name: "Add a dissent" }));
    await page.keyboard.insertText("Olga Petrova");
    await page.keyboard.press("Tab");
    await page.keyboard.insertText("Too early for this level.");
    await press(page, record);
    await page.getByText("Version 1, recorded").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Decision", "the focus stays where it was recorded");
    await look(page, "decision-recorded");

    await press(page, page.getByRole("button", { name: "Change the decision" }));
    await page.keyboard.insertText("The references say otherwise.");
    await tabTo(page, page.getByRole("radio", { name: "Hire", exact: true }), "Shift+Tab");
    await page.keyboard.press("ArrowRight");
    await press(page, page.getByRole("button", { name: "Record the change" }));
    await page.getByText("Version 2, recorded").waitFor();
    const { decisions } = await debrief();
    assert.deepEqual(decisions.map((one) => [one.number, one.decision.outcome, one.decision.dissent.length]), [[2, "no_hire", 1], [1, "hire", 1]]);
    await press(page, page.getByText("Earlier versions: 1"));
    await page.getByText("Led the incident, and taught while doing so.").waitFor();
    await page.screenshot({ path: join(pictures, "browser-decision-versions.png"), fullPage: true });
    await page.goto(`${host.url}#/candidate/${candidate.id}`);
    const decided = page.getByRole("link", { name: "Decided: No hire" });
    await decided.waitFor();
    await look(page, "candidate-decided");
    await press(page, decided);
    await title().waitFor();
    await narrow(page, "decision");
    assert.equal((await host.call("log_verify")).broken, null);
  });

  test("a failed save keeps what was typed and says so", async () => {
    const { page } = host;
    await host.call("test/fail", { calls: 1, code: "disk_full", message: "The disk is full." });
    const notes = page.getByRole("textbox", { name: "What was said" });
    await notes.focus();
    await page.keyboard.press("Control+End");
    await page.keyboard.insertText(" More.");
    await page.getByText("The disk is full.").waitFor();
    assert.match(await notes.inputValue(), /More\.$/);
    await becomes(async () => /More\.$/.test((await debrief()).draft.notes), true, "it is tried again by itself");
  });

  test("what the panel asks to follow up stands in the preparation of the next interview, and its risks do not", async () => {
    const { page } = host;
    const points = [
      { id: "1", kind: "risk", text: "Never was on call", owner: "Jan", settled: false },
      { id: "2", kind: "follow_up", text: "Ask how she tests", owner: "Olga Petrova", settled: false },
    ];
    await page.goto(`${host.url}#/today`);
    await page.getByRole("heading", { name: "Today", level: 1 }).waitFor();
    await host.call("debrief_save", { candidate_id: candidate.id, points });
    const { interview } = await host.call("interview_start", { candidate_id: candidate.id, kit_id: "senior-python/systems" });
    await page.goto(`${host.url}#/interview/${interview.id}`);
    await page.getByText("What colleagues asked to follow up, from the debrief").waitFor();
    await page.getByText("Ask how she tests").waitFor();
    assert.equal(await page.getByText("Never was on call").count(), 0);
    await look(page, "preparation-from-debrief");
  });

  test("nothing went wrong on the page", () => assert.deepEqual(host.wrong, []));
});
