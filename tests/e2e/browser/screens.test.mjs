// Every screen: axe finds nothing in light and dark, and nothing is lost on a small window or at 200 % zoom.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { look } from "./axe.mjs";
import { pictures, start } from "./host.mjs";
import { begun, welcome } from "./keyboard.mjs";

describe("a new folder", () => {
  let host;
  before(async () => (host = await start()));
  after(() => host?.stop());

  test("axe finds nothing on the first screens", async () => {
    const { page } = host;
    await page.getByRole("heading", { name: "Welcome" }).waitFor();
    await look(page, "welcome");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").waitFor();
    await look(page, "welcome-refused");
    await welcome(page);
    await page.getByRole("heading", { name: "Today", level: 1 }).waitFor();
    await page.waitForFunction(() => document.activeElement?.matches("input")); // nothing else to do than to write a name
    await look(page, "today-empty");
    const heights = await page.locator("form[aria-label='Add a candidate'] :is(input, select, button)").evaluateAll((all) => all.map((one) => one.offsetHeight));
    assert.deepEqual(heights, [32, 32, 32], "name, role and button stand in one line");
    for (const place of ["candidates", "compare"]) {
      await page.goto(`${host.url}#/${place}`);
      await page.getByRole("heading", { level: 1, name: place, exact: false }).waitFor();
      await page.waitForLoadState("networkidle");
      await look(page, `${place}-empty`);
    }
    assert.deepEqual(host.wrong, []);
  });
});

describe("a folder with the sample round", () => {
  let host;
  let screens;
  before(async () => {
    host = await start({ demo: true });
    const { candidates } = await host.call("candidate_list");
    const [one, two, three] = candidates.map((card) => card.candidate.id);
    const { interviews } = await host.call("interview_list");
    const role_id = candidates[0].candidate.role_id;
    const mine = await host.call("candidate_add", { name: "محمد علی\u200cپور", role_id });
    const open = await begun(host, mine.id, "senior-python/systems");
    const interview_id = open.id;
    const question = open.content.questions[0];
    const waits = await host.call("candidate_add", { name: "दिव्या अय्यर", role_id });
    const prepared = await host.call("interview_start", { candidate_id: waits.id, kit_id: "senior-python/systems" });
    for (const [kind, text] of [["note", "a note"], ["quote", "a quote"], ["good", "good"], ["concern", "a concern"], ["follow_up", "ask again"]]) {
      await host.call("entry_save", { interview_id, place: question.id, kind, text, at_seconds: 75 });
    }
    await host.call("entry_save", { interview_id, place: question.id, kind: "note", text: `${"verylongword".repeat(40)} end`, at_seconds: 80 });
    await host.call("tick_set", { interview_id, question_id: question.id, target: "indicator", number: 1, state: "heard" });
    await host.call("tick_set", { interview_id, question_id: question.id, target: "indicator", number: 2, state: "prompted" });
    await host.call("tick_set", { interview_id, question_id: question.id, target: "red_flag", number: 1, state: "heard" });
    await host.call("probe_set", { interview_id, question_id: question.id, number: 1, asked: 1 });
    await host.call("probe_set", { interview_id, question_id: question.id, number: null, asked: 2 });
    await host.call("deviation_set", { interview_id, question_id: question.id, kind: "reworded", reason: "another word for it" });
    await host.call("entry_save", { interview_id, place: question.id, kind: "good", link: { target: "indicator", number: 2, state: "heard" }, text: "linked", at_seconds: 90 });
    await host.call("entry_save", { interview_id, place: question.id, kind: "code", text: "let x = 1;\nlet y = 2;", at_seconds: 91 });
    await host.call("rating_set", { interview_id, question_id: question.id, rating: 4 });
    const competency = (await host.call("role_list")).roles[0].competencies[0].id;
    const ids = [one, two, three].join(",");
    screens = {
      today: "today",
      questions: "questions",
      question: "questions?id=senior-python/py-gil",
      "question-edit": "questions/edit?id=senior-python/py-gil",
      candidates: "candidates",
      candidate: `candidate/${one}`,
      start: `candidate/${one}?start=1`,
      interview: `interview/${interview_id}`,
      closing: `interview/${interview_id}?at=candidate_questions`,
      opening: `interview/${prepared.interview.id}`,
      review: `interview/${interview_id}/scorecard`,
      locked: `interview/${interviews[0].id === interview_id ? interviews[1].id : interviews[0].id}/scorecard`,
      compare: `compare?ids=${ids}&seed=0&names=1`,
      "compare-questions": `compare?ids=${ids}&seed=7&view=questions`,
      evidence: `compare?ids=${ids}&seed=0&candidate=${one}&competency=${competency}`,
      kits: "kits",
      kit: "kit/senior-python%2Fsystems",
      "kit-new": "kit/new",
      "kit-versions": "kit/senior-python%2Fsystems/versions",
      "kit-structure": "kit/senior-python%2Fsystems/structure",
      "kit-missing": "kit/nothing",
      role: `role/${encodeURIComponent(role_id)}`,
      settings: "settings",
      impact: "impact",
      missing: "candidate/nobody",
    };
  });
  after(() => host?.stop());

  const open = async (name) => {
    await host.page.goto("about:blank");
    await host.page.goto(`${host.url}#/${screens[name]}`);
    await host.page.getByRole("main").first().waitFor();
    await host.page.waitForLoadState("networkidle");
  };

  for (const name of ["today", "questions", "question", "question-edit", "candidates", "candidate", "start", "interview", "closing", "opening", "review", "locked", "compare", "compare-questions", "evidence", "kits", "kit", "kit-new", "kit-versions", "kit-structure", "kit-missing", "role", "settings", "impact", "missing"]) {
    test(`axe finds nothing: ${name}`, async () => {
      await host.page.setViewportSize({ width: 1280, height: 820 });
      await open(name);
      await look(host.page, name);
    });
    test(`nothing is lost at 800 px and at 200 %: ${name}`, async () => {
      // 1280 × 820 at 200 % is 640 × 410 of the page's own pixels.
      for (const [what, viewport] of [["800", { width: 800, height: 600 }], ["200", { width: 640, height: 410 }]]) {
        await host.page.setViewportSize(viewport);
        await open(name);
        await host.page.screenshot({ path: join(pictures, `browser-${name}-${what}.png`), fullPage: true });
        assert.deepEqual(await host.page.evaluate(lost), [], `${name} at ${what}`);
      }
    });
  }

  test("the page reported nothing wrong", () => assert.deepEqual(host.wrong, []));
});

describe("fifty candidates, with names in many scripts and of 200 characters", () => {
  const NAMES = ["W".repeat(200), "محمد ".repeat(39) + "علی", "山".repeat(200), "Ana Maria ".repeat(20).trim(), "محمد علی\u200cپور", "דוד כהן", "Ελένη Παπαδοπούλου", "अनिता शर्मा", "Олена Шевченко"];
  let host;
  let last;
  let screens;
  before(async () => {
    host = await start({ demo: true });
    const role_id = (await host.call("role_list")).roles[0].id;
    const ids = [];
    for (let n = 0; n < 50; n++) {
      const name = NAMES[n] ?? `${NAMES[4 + (n % 5)]} ${n}`;
      ids.push((await host.call("candidate_add", { name, role_id })).id);
    }
    for (const candidate_id of ids.slice(0, 6)) {
      const { interview } = await host.call("interview_start", { candidate_id, kit_id: "senior-python/systems" });
      for (const { id } of interview.content.questions) await host.call("rating_set", { interview_id: interview.id, question_id: id, rating: 3 });
      // Without any evidence a scorecard cannot be submitted.
      await host.call("tick_set", { interview_id: interview.id, question_id: interview.content.questions[0].id, target: "indicator", number: 1, state: "heard" });
      const submitted = { interview_id: interview.id, recommendation: "yes", reason: "heard" };
      if (candidate_id === ids[0]) last = submitted;
      else await host.call("scorecard_submit", submitted);
    }
    screens = { "many-today": "today", "many-candidates": "candidates", "many-candidate": `candidate/${ids[0]}`, "many-compare": `compare?ids=${ids.slice(0, 12)}&seed=0&names=1`, "many-choose": "compare" };
  });
  after(() => host?.stop());

  for (const name of ["many-today", "many-candidates", "many-candidate", "many-compare", "many-choose"]) {
    test(`nothing runs out of its place: ${name}`, async () => {
      const { page } = host;
      for (const [what, viewport] of [["1366", { width: 1366, height: 768 }], ["800", { width: 800, height: 600 }], ["200", { width: 640, height: 410 }]]) {
        await page.setViewportSize(viewport);
        await page.goto("about:blank");
        await page.goto(`${host.url}#/${screens[name]}`);
        await page.waitForLoadState("networkidle");
        await page.screenshot({ path: join(pictures, `browser-${name}-${what}.png`) });
        assert.deepEqual(await page.evaluate(lost), [], `${name} at ${what}`);
      }
    });
  }

  test("twelve side by side keep their names and competencies in view, and say who has no scorecard", async () => {
    const { page } = host;
    await page.setViewportSize({ width: 1366, height: 600 });
    await page.goto("about:blank");
    await page.goto(`${host.url}#/${screens["many-compare"]}`);
    const region = page.getByRole("region", { name: "Comparison table" });
    const places = await region.evaluate((box) => {
      box.scrollTo(500, 80);
      const { left, top } = box.getBoundingClientRect();
      const at = (selector) => box.querySelector(selector).getBoundingClientRect();
      return { moved: [box.scrollLeft, box.scrollTop], left: at("tbody tr:nth-child(4) th").left - left, top: at("thead th:nth-child(3)").top - top };
    });
    assert.deepEqual(places.moved, [500, 80], "there is something to scroll");
    assert.ok(Math.abs(places.left) < 2 && Math.abs(places.top) < 2, JSON.stringify(places));
    // While one's own scorecard is open, no other of its round is shown.
    const flags = async () => (await page.getByRole("row", { name: /^Red flags seen/ }).getByRole("cell").allInnerTexts()).map((text) => text.trim());
    assert.deepEqual(await flags(), [...Array(6).fill("hidden until you submit"), ...Array(6).fill("no scorecard")]);
    await host.call("scorecard_submit", last);
    await page.reload();
    await page.getByRole("row", { name: /^Red flags seen/ }).waitFor();
    assert.deepEqual(await flags(), [...Array(6).fill("0"), ...Array(6).fill("no scorecard")]);
    // A name written from right to left leaves the sentence as it is.
    const caution = page.getByRole("listitem").filter({ hasText: /: no interview yet/ }).first();
    assert.equal(await caution.locator("bdi").count(), 1);
    assert.deepEqual(host.wrong, []);
  });
});

/** What cannot be reached sideways: wider than the window, and not in a region that scrolls; and what scrolls without our bar. Runs in the page. */
function lost() {
  const wide = document.documentElement.clientWidth;
  const found = [];
  if (document.documentElement.scrollWidth > wide) found.push(`the page is ${document.documentElement.scrollWidth} px wide, the window ${wide}`);
  const scrolls = (element) => {
    for (let up = element.parentElement; up; up = up.parentElement) {
      if (/auto|scroll/.test(getComputedStyle(up).overflowX) && up.scrollWidth > up.clientWidth && up.tabIndex >= 0) return true;
    }
    return false;
  };
  for (const element of document.querySelectorAll("button, a, input, select, textarea, h1, h2, h3, p, li, label, td, th")) {
    const box = element.getBoundingClientRect();
    const hidden = box.width <= 1 || getComputedStyle(element).visibility === "hidden" || element.closest(".vh, .skip");
    if (!hidden && (box.right > wide + 1 || box.left < -1) && !scrolls(element)) {
      found.push(`${element.tagName} "${element.textContent.trim().slice(0, 30)}" from ${Math.round(box.left)} to ${Math.round(box.right)}`);
    }
  }
  // Whatever scrolls has the same bar, beside what it scrolls: one that lies over the text is faded for seconds.
  for (const box of document.body.querySelectorAll("*")) {
    const style = getComputedStyle(box);
    const border = (side) => parseFloat(style[`border${side}Width`]);
    const room = { x: box.offsetHeight - box.clientHeight - border("Top") - border("Bottom"), y: box.offsetWidth - box.clientWidth - border("Left") - border("Right") };
    const over = { x: box.scrollWidth > box.clientWidth, y: box.scrollHeight > box.clientHeight };
    for (const [axis, overflow] of [["x", style.overflowX], ["y", style.overflowY]]) {
      if (/auto|scroll/.test(overflow) && over[axis] && Math.abs(room[axis] - 8) >= 1) found.push(`${box.tagName}.${box.className} scrolls in ${axis} with a bar of ${room[axis]} px`);
    }
  }
  // A field that is not as high as it may become shows all of its text.
  for (const area of document.querySelectorAll(".field textarea")) {
    const most = parseFloat(getComputedStyle(area).maxBlockSize);
    if (area.clientHeight > 0 && area.scrollHeight > area.clientHeight + 1 && area.offsetHeight < most - 1) found.push(`the text of ${area.labels[0]?.textContent} is cut`);
  }
  return found;
}
