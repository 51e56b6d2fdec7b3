// A mistyped name put right on the candidate's page, and a scorecard submitted first by who sat beside.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { look } from "./axe.mjs";
import { start } from "./host.mjs";
import { becomes, begun, heading, press } from "./keyboard.mjs";

const KIT = "senior-python/systems";
const button = (page, name) => page.getByRole("button", { name, exact: true });
const named = (page, name) => page.waitForFunction((wanted) => document.querySelector("h1")?.textContent.trim() === wanted, name);

describe("what was mistyped", () => {
  let host;
  let role;
  before(async () => {
    host = await start({ viewport: { width: 1366, height: 768 } });
    await host.call("interviewer_set", { name: "Ana Ruiz" });
    role = (await host.call("role_list")).roles[0].id;
    await host.page.reload();
  });
  after(() => host?.stop());

  test("a candidate's name is put right by keyboard, and a bad one is refused with what is wrong", async () => {
    const { page } = host;
    const { id } = await host.call("candidate_add", { name: "Anna Ruis", role_id: role });
    await page.goto(`${host.url}#/candidate/${id}`);
    await heading(page, "Anna Ruis");
    await press(page, button(page, "Correct name or role"));
    await page.waitForFunction(() => document.activeElement?.tagName === "INPUT");
    await becomes(() => page.getByRole("combobox", { name: "Role", exact: true }).locator("option").count(), 1);
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Delete");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.getAttribute("aria-invalid") === "true");
    await look(page, "candidate-name");
    await page.keyboard.insertText("أنا رويز");
    await page.keyboard.press("Enter");
    await named(page, "أنا رويز");
    await page.waitForFunction(() => document.activeElement?.textContent === "Correct name or role");
    assert.equal((await host.call("candidate_get", { candidate_id: id })).card.candidate.name, "أنا رويز");
    await look(page, "candidate-named");
  });

  test("F1 lists the keys on every screen and goes again by Esc", async () => {
    const { page } = host;
    for (const place of ["today", "questions", "settings"]) {
      await page.goto(`${host.url}#/${place}`);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      await page.keyboard.press("F1");
      await page.getByRole("heading", { name: "Keys", exact: true }).waitFor();
      if (place === "today") await look(page, "keys-today");
      await page.keyboard.press("Escape");
      await page.getByRole("heading", { name: "Keys", exact: true }).waitFor({ state: "detached" });
    }
  });

  test("F6 goes from part to part on every screen, and round", async () => {
    const { page } = host;
    const here = () => page.evaluate(() => [document.activeElement.closest("nav") !== null, document.activeElement.tagName]);
    for (const [place, part] of [["questions", "#question-search"], ["candidates", "input[name=candidate]"], ["settings", "input[name=theme]"], ["log", "[role=region]"]]) {
      await page.goto("about:blank");
      await page.goto(`${host.url}#/${place}`);
      await page.waitForLoadState("networkidle");
      await page.locator(part).first().waitFor();
      await page.locator("nav[aria-label=Main] a[aria-current]").focus();
      await page.keyboard.press("F6");
      assert.deepEqual(await here(), [false, "H1"], place);
      let reached = false;
      for (let n = 0; n < 20 && !(await here())[0]; n++) {
        reached ||= await page.evaluate((wanted) => document.activeElement.matches(wanted), part);
        await page.keyboard.press("F6");
      }
      assert.deepEqual([reached, (await here())[0]], [true, true], `${place}: through ${part} and back`);
      await page.keyboard.press("Shift+F6");
      assert.ok(!(await here())[0], `${place}: to the last part`);
    }
  });

  test("who sat beside may submit first, and sees that it is done", async () => {
    const { page } = host;
    const { id } = await host.call("candidate_add", { name: "Jan Kowalski", role_id: role });
    const lead = await begun(host, id, KIT);
    const { interview: scribe } = await host.call("interview_start", { beside: lead.id, interviewer_name: "Bo Li", part: "scribe" });
    for (const { id: interview_id, content } of [lead, scribe]) await host.call("tick_set", { interview_id, question_id: content.questions[0].id, target: "indicator", number: 1, state: "heard" });
    await host.call("scorecard_save", { interview_id: scribe.id, recommendation: "yes", reason: "Clear." });
    await page.goto(`${host.url}#/interview/${scribe.id}/scorecard`);
    await heading(page, "Review and submit");
    await press(page, button(page, "Submit…"));
    await page.waitForFunction(() => document.activeElement?.id === "lock");
    await new Promise((resolve) => setTimeout(resolve, 600)); // a key that came sooner is taken for a slip
    await press(page, button(page, "Submit and lock"));
    await page.getByText("is in and locked. It can be read once your own is submitted.").waitFor();
    assert.equal(await page.getByText("Your recommendation").count(), 0, "nothing of it is shown or can be changed");
    await page.waitForFunction(() => document.activeElement?.textContent.includes("Done:"));
    await look(page, "scribe-first");
    await host.call("scorecard_submit", { interview_id: lead.id, recommendation: "no", reason: "Unclear.", anyway: true });
    const acts = (await host.call("log_list")).lines.filter(({ line }) => line.act === "scorecard_submit");
    assert.deepEqual(acts.map((card) => card.actor).toSorted(), ["Ana Ruiz", "Bo Li"], "the log says whose it was");
  });
});
