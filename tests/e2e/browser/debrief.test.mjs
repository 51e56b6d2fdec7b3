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
  let host, card;
  before(async () => {
    host = await start({ demo: true, viewport: { width: 1366, height: 768 } });
    const { interviewer } = await host.call("status_get");
    if (!interviewer) await host.call("interviewer_set", { name: "Ana Ruiz" });
    card = (await host.call("candidate_list")).candidates.toSorted((a, b) => b.submitted - a.submitted)[0];
    await host.page.reload();
  });
  after(() => host?.stop());
  const debrief = () => host.call("debrief_get", { candidate_id: card.candidate.id });
  const title = () => host.page.getByRole("heading", { name: `Debrief: ${card.candidate.name}`, level: 1 });

  test("it is refused while one's own scorecard of the round is open, and says what comes first", async () => {
    const { page } = host;
    const { candidates } = await host.call("candidate_list");
    const other = candidates.find((one) => one.candidate.id !== card.candidate.id && one.candidate.role_id === card.candidate.role_id && one.continue_id === null);
    const kit = (await host.call("kit_list")).kits[0];
    const interview = await begun(host, other.candidate.id, kit.kit?.id ?? kit.id);
    await page.goto(`${host.url}#/candidate/${card.candidate.id}/debrief`);
    await page.getByRole("heading", { name: "Debrief", level: 1 }).waitFor();
    await page.getByText("is not submitted. Submit it first").waitFor();
    assert.equal(await page.getByText("composite").count(), 0);
    await look(page, "debrief-refused");
    await host.call("interview_discard", { interview_id: interview.id });
  });

  test("one key leads there from the candidate, and the evidence comes before the recommendations", async () => {
    const { page } = host;
    await page.goto(`${host.url}#/candidate/${card.candidate.id}`);
    await page.getByRole("link", { name: "Debrief and decision" }).waitFor();
    await page.keyboard.press("d");
    await title().waitFor();
    const headings = await page.getByRole("heading", { level: 2 }).allTextContents();
    const at = (name) => headings.indexOf(name);
    const order = ["The figures", "Where raters differ", "Recommendations", "Notes of the meeting", "Open risks and follow-ups", "Decision"];
    for (const [before, after] of order.slice(1).map((name, i) => [order[i], name])) assert.ok(at(before) >= 0 && at(before) < at(after), `${before} before ${after}: ${headings}`);
    await page.screenshot({ path: join(pictures, "browser-debrief-whole.png"), fullPage: true });
    await look(page, "debrief");
    await narrow(page, "debrief");
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
    await tabTo(page, page.getByRole("radio", { name: "With the figures" }));
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

  test("nothing went wrong on the page", () => assert.deepEqual(host.wrong, []));
});
