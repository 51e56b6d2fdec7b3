// How one's ratings lie beside others': one's own to see and to share; and a round's team figures, off until it is noted who agreed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { look } from "./axe.mjs";
import { start } from "./host.mjs";
import { becomes, press, tabTo } from "./keyboard.mjs";

const KIT = "senior-python/systems";
let host, round;

/** Submits with one level throughout. */
async function rated(interview, level, at) {
  for (const question of interview.content.questions) await host.call("rating_set", { interview_id: interview.id, question_id: question.id, rating: level });
  await host.call("tick_set", { interview_id: interview.id, question_id: interview.content.questions[0].id, target: "indicator", number: 1, state: "heard" });
  await host.call("scorecard_submit", { interview_id: interview.id, recommendation: level > 3 ? "yes" : "no", reason: `Said ${at}.`, anyway: true });
}

before(async () => {
  host = await start({ viewport: { width: 1366, height: 768 } });
  await host.call("interviewer_set", { name: "Ida" });
  const candidate_ids = [];
  for (const name of ["Ana", "山田太郎", "محمد علي", "Олена", "Νίκος", "दीपा", "Zoë", "Jan", "Bo", "Cy"]) {
    candidate_ids.push((await host.call("candidate_add", { name, role_id: "senior-python/senior-python-developer" })).id);
  }
  round = (await host.call("round_save", { title: "November", role_id: "senior-python/senior-python-developer", kit_ids: [KIT], candidate_ids })).round.id;
  for (const [n, candidate_id] of candidate_ids.entries()) {
    const { interview } = await host.call("interview_start", { candidate_id, kit_id: KIT });
    const beside = (await host.call("interview_start", { beside: interview.id, interviewer_name: "שרה", part: "scribe" })).interview;
    await rated(interview, 4, n);
    await rated(beside, n % 2 ? 3 : 2, n);
  }
  await host.page.reload();
});
after(() => host?.stop());

test("one's own difference stands under Drills with its interval, and is shared and taken back with one key", async () => {
  const { page } = host;
  await page.getByRole("heading", { name: "Today", level: 1 }).waitFor();
  await press(page, page.getByRole("link", { name: "Drills" }));
  const table = page.getByRole("region", { name: "Difference from the other raters" });
  await table.waitFor();
  const { own } = await host.call("habit_get");
  assert.equal(own.candidates, 10);
  assert.ok(own.difference.mean > 0.9, JSON.stringify(own));
  await table.getByRole("row", { name: new RegExp(`^You 10 \\+${own.difference.mean.toFixed(2)}`) }).waitFor();
  assert.equal(await table.getByRole("row").count(), 2, "nobody else shares theirs");
  await page.getByText(/all 4/).first().waitFor();
  await look(page, "habits");
  const share = page.getByRole("checkbox", { name: "Show this difference to the others who use this data folder" });
  await press(page, share, "Space");
  await becomes(async () => (await host.call("habit_get")).shared, true);
  await press(page, share, "Space");
  await becomes(async () => (await host.call("habit_get")).shared, false);
  for (const [width, height] of [[800, 600], [683, 384]]) {
    await page.setViewportSize({ width, height });
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, `habits at ${width}`);
  }
  await page.setViewportSize({ width: 1366, height: 768 });
});

test("team figures are off until it is noted who agreed, and name nobody", async () => {
  const { page } = host;
  await page.goto(`${host.url}#/round/${round}`);
  await page.getByRole("heading", { name: "November", level: 1 }).waitFor();
  await press(page, page.getByText("Team figures: off"));
  await press(page, page.getByRole("button", { name: "Turn them on" }));
  await page.getByRole("alert").waitFor();
  assert.equal((await host.call("team_get", { round_id: round })).consent, null, "without a note nothing is turned on");
  await tabTo(page, page.getByRole("textbox", { name: "Who agreed to it" }), "Shift+Tab");
  await page.keyboard.insertText("Ida and שרה, at the kick-off");
  await press(page, page.getByRole("button", { name: "Turn them on" }));
  await page.getByText("Team figures: on").waitFor();
  await page.getByText("Ida and שרה, at the kick-off").waitFor();
  await page.getByText("Fewer than three raters have ten candidates in common with others").waitFor();
  await look(page, "team-figures");
  await press(page, page.getByRole("button", { name: "Turn them off" }));
  await page.getByText("Team figures: off").waitFor();
});

test("a round that is handed on is led by the other alone", async () => {
  const { page } = host;
  await press(page, page.getByText("Led by Ida"));
  const to = page.getByRole("combobox", { name: "Hand it on to" });
  await tabTo(page, to);
  await page.keyboard.press("ArrowDown");
  await press(page, page.getByRole("button", { name: "Hand on" }));
  await page.getByText("Led by שרה").waitFor();
  await page.getByText("שרה leads this round and can turn them on.").waitFor();
  assert.equal(await page.getByRole("button", { name: "Turn them on" }).count(), 0);
  await look(page, "round-led");
  assert.deepEqual(host.wrong, []);
});
