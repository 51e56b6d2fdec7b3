// The live screen on real screens: what an interviewer needs is in view, and stays where it is.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { look } from "./axe.mjs";
import { start } from "./host.mjs";
import { becomes, begun, note, saved } from "./keyboard.mjs";

const composer = (page) => page.getByRole("textbox", { name: "Note", exact: true });
const current = (page) => page.evaluate(() => document.querySelector('[aria-current="step"] .n').textContent || document.querySelector(".side select").value);
const isFocused = (locator) => locator.evaluate((element) => element === document.activeElement);

/** Opens the interview at a question, counted from 1, in a window of that size. */
async function at(host, question, [width, height]) {
  await host.page.setViewportSize({ width, height });
  await host.page.goto("about:blank");
  await host.page.goto(`${host.url}#/interview/${host.interview_id}?at=${encodeURIComponent(host.questions[question - 1].id)}`);
  await composer(host.page).waitFor();
  await host.page.evaluate(() => document.fonts.ready);
}

/** What of the screen is hidden, in words. Runs in the page. */
function hidden() {
  const found = [];
  const say = (what, element) => found.push(`${what}: ${element.textContent.trim().slice(0, 40)}`);
  const guide = document.querySelector(".guide");
  if (guide.scrollHeight > guide.clientHeight) found.push(`the guide needs ${guide.scrollHeight - guide.clientHeight} px more`);
  for (const element of document.querySelectorAll("[data-pane=flags] li, [data-pane=signals] li, [role=radio], #composer, .kinds label")) {
    const box = element.getBoundingClientRect();
    const top = document.elementFromPoint(box.left + box.width / 2, box.bottom - 4);
    if (!element.contains(top) && !top?.contains(element)) say("covered", element);
    if (box.bottom > innerHeight || box.top < 0) say("outside", element);
  }
  const chosen = document.querySelector('[aria-checked="true"] .anchor');
  if (chosen && chosen.scrollHeight > chosen.clientHeight) say("cut", chosen);
  return found;
}
const cut = () => [...document.querySelectorAll(".anchor")].filter((a) => a.scrollHeight > a.clientHeight).map((a) => a.textContent);

describe("the sixteen questions", () => {
  let host;
  before(async () => {
    host = await start();
    await host.call("interviewer_set", { name: "Ana Ruiz" });
    const { roles } = await host.call("role_list");
    const { id } = await host.call("candidate_add", { name: "Nguyễn Văn Anh", role_id: roles[0].id });
    const interview = await begun(host, id, "senior-python/all-sixteen");
    Object.assign(host, { interview_id: interview.id, questions: interview.content.questions, role_id: roles[0].id });
    for (const question of host.questions) await host.call("rating_set", { interview_id: interview.id, question_id: question.id, rating: 2 });
    await host.page.reload();
  });
  after(() => host?.stop());

  for (const size of [[1366, 768], [1920, 1080]]) {
    test(`nothing of any of them is out of view at ${size.join(" × ")}`, async () => {
      for (let n = 1; n <= 16; n++) {
        await at(host, n, size);
        assert.deepEqual(await host.page.evaluate(hidden), [], `question ${n}`);
        if (size[0] === 1920) assert.deepEqual(await host.page.evaluate(cut), [], `anchors of question ${n}`);
      }
    });
  }

  test("sixteen questions and the two places after them stand in view at every height from 768 px", async () => {
    const { page } = host;
    for (const size of [[1366, 768], [1280, 820], [1366, 900], [1280, 960], [1920, 1055], [1920, 1080], [1920, 1200]]) {
      await at(host, 1, size);
      const over = await page.locator(".list").evaluate((list) => list.scrollHeight - list.clientHeight);
      assert.ok(over <= 0, `${over} px more at ${size}`);
    }
  });

  test("what has no room in its line can be read: titles by keyboard, the coverage whole, and what is told in two lines", async () => {
    const { page } = host;
    await at(host, 3, [1366, 768]);
    const over = () => [...document.querySelectorAll(".coverage li > span")].filter((one) => one.scrollWidth > one.clientWidth && getComputedStyle(one).overflow !== "visible").map((one) => one.textContent);
    assert.deepEqual(await page.evaluate(over), [], "no competency is cut");
    const whole = () => page.evaluate(() => {
      const inside = document.activeElement.getBoundingClientRect();
      const words = document.activeElement.querySelector(".what");
      return [words, ...words.children].every((one) => one.getBoundingClientRect().right <= inside.right && (getComputedStyle(one).overflow === "visible" || one.scrollWidth <= one.clientWidth));
    });
    const cut = await page.locator("button.question .what").evaluateAll((all) => all.filter((one) => [one, ...one.children].some((part) => part.scrollWidth > part.clientWidth)).length);
    assert.ok(cut > 0, "some titles have no room in one line");
    await page.locator("button.question").first().focus();
    for (let n = 0; n < 18; n++) {
      await page.keyboard.press("ArrowDown");
      assert.ok(await whole(), `line ${n}: ${await page.evaluate(() => document.activeElement.textContent)}`);
    }
    await composer(page).focus();
    await page.keyboard.type(">16 ");
    const told = page.locator(".told");
    await told.getByText(/^To 16/).waitFor();
    assert.ok(await told.evaluate((box) => box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth), "all of it is told");
    await look(page, "live-told");
    // Until that is saved, ">16 " is what stands here when the question is opened again.
    await page.keyboard.press("Control+z");
    await saved(page);
    await becomes(async () => (await host.call("interview_get", { interview_id: host.interview_id })).interview.drafts, []);
  });

  test("the six kinds of note stand in one line at every width", async () => {
    const { page } = host;
    for (const size of [[1920, 1080], [1366, 768], [1280, 800], [1101, 768], [1000, 700], [801, 700], [800, 768], [683, 384], [640, 410]]) {
      await at(host, 3, size);
      const tops = await page.locator(".kinds label").evaluateAll((labels) => labels.map((label) => Math.round(label.getBoundingClientRect().top)));
      assert.deepEqual(tops, Array(6).fill(tops[0]), `at ${size}`);
    }
  });

  test("signals and flags stand beside each other above the rating at every width that has room", async () => {
    const { page } = host;
    for (const size of [[1366, 768], [900, 700], [801, 700], [800, 600], [640, 768]]) {
      await at(host, 1, size);
      const top = (pane) => page.locator(`[data-pane=${pane}]`).evaluate((box) => Math.round(box.getBoundingClientRect().top));
      const [signals, flags, rating] = [await top("signals"), await top("flags"), await top("rating")];
      assert.equal(flags, signals, `at ${size}`);
      assert.ok(signals + 84 < rating, `three lines of them are above the rating at ${size}`);
    }
  });

  test("at 800 px the anchors and the last note stay in view while one types, and none of them moves", async () => {
    const { page } = host;
    const { id } = await host.call("candidate_add", { name: "Jan Kowalski", role_id: host.role_id });
    const mine = { ...host, interview_id: (await begun(host, id, "senior-python/all-sixteen")).id };
    await host.call("rating_set", { interview_id: mine.interview_id, question_id: host.questions[15].id, rating: 2 });
    for (const [size, wanted] of [[[800, 768], [5, 4, 3, 2, 1]], [[640, 768], [5, 4, 3, 2, 1]], [[800, 600], [3, 2, 1]]]) {
      await at(mine, 16, size);
      for (const text of ["the first that was kept", "the last that was kept"]) await note(page, text);
      await saved(page);
      const places = () => page.evaluate((chosen) => {
        const within = (box, pane) => box.top >= pane.top - 1 && box.bottom <= pane.bottom + 1;
        const rating = document.querySelector(".panel").getBoundingClientRect();
        const notes = document.querySelector(".notes").getBoundingClientRect();
        const rows = [...document.querySelectorAll(".row:not(.short)")].map((row) => [Number(row.querySelector(".digit").textContent), row.getBoundingClientRect()]);
        const last = [...document.querySelectorAll(".notes li")].at(-1);
        return {
          rated: rows.filter(([, box]) => within(box, rating)).map(([digit]) => digit),
          note: within(last.getBoundingClientRect(), notes) && last.textContent.includes("the last that was kept"),
          prompt: document.querySelector(".prompt").getBoundingClientRect().top,
          chosen: Math.abs(rows.find(([digit]) => digit === 2)[1].top - chosen) <= 1, // a scrolled line may round
          foot: document.querySelector("#composer").getBoundingClientRect().bottom,
        };
      }, chosen);
      const chosen = await page.locator('.row[aria-checked="true"]').evaluate((row) => row.getBoundingClientRect().top);
      const before = await places();
      await becomes(async () => wanted.filter((digit) => !before.rated.includes(digit)), [], `${before.rated} at ${size}`);
      assert.ok(before.note, `the last note at ${size}`);
      await page.keyboard.type("what is being said now");
      await becomes(places, before, `at ${size}`);
      await page.keyboard.insertText(" and on it goes".repeat(20));
      await becomes(async () => ({ ...(await places()), rated: null }), { ...before, rated: null }, `with a long note at ${size}`);
      await page.keyboard.press("Control+a");
      await page.keyboard.press("Delete");
      await saved(page);
    }
  });

  test("holding Ctrl shows every anchor in full and moves nothing else", async () => {
    const { page } = host;
    for (const size of [[1366, 650], [1000, 700], [800, 600]]) {
      await at(host, 8, size);
      await page.keyboard.insertText("half a thou");
      const before = await composer(page).boundingBox();
      assert.notDeepEqual(await page.evaluate(cut), [], "there is something to show");
      await page.keyboard.down("Control");
      await page.locator(".rating.full").waitFor();
      assert.deepEqual(await page.evaluate(cut), []);
      const first = page.getByRole("radio", { name: /^1 / });
      await first.scrollIntoViewIfNeeded();
      assert.ok(await first.evaluate((row) => row.contains(document.elementFromPoint(row.getBoundingClientRect().left + 40, row.getBoundingClientRect().bottom - 3))), `row 1 lies on top at ${size}`);
      assert.deepEqual(await composer(page).boundingBox(), before);
      await page.keyboard.press("5");
      await page.keyboard.up("Control");
      await page.locator(".rating:not(.full)").waitFor();
      await becomes(() => page.locator('[aria-checked="true"] .digit').innerText(), "5");
      assert.equal(await composer(page).inputValue(), "half a thou");
      await page.keyboard.press("Control+2");
      await page.keyboard.press("Control+a");
      await page.keyboard.press("Delete");
      await saved(page);
    }
  });

  test("a tick moves nothing, and shows beside it what can be said of it", async () => {
    const { page } = host;
    // Where the guide scrolls, the line that has the focus comes into view.
    const boxes = () => page.evaluate(() => {
      const scrolled = document.querySelector(".guide").scrollTop;
      return [...document.querySelectorAll(".ticks li, .ticks .text, .rating, .notes, .composer")].map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        return [x, y + (one.closest(".guide") ? scrolled : 0), width, height].join(" ");
      });
    });
    for (const size of [[1366, 768], [1000, 700], [800, 600]]) {
      await at(host, 2, size);
      const before = await boxes();
      for (const [chord, line] of [["Control+j", "signals"], ["Control+Shift+j", "flags"]]) {
        await page.keyboard.press(chord);
        await page.locator(`[data-pane=${line}] input:focus`).waitFor();
        for (let n = 1; n <= 3; n++) {
          await page.keyboard.press(String(n));
          await page.locator(`[data-pane=${line}] li:nth-child(${n}).on`).waitFor();
        }
        assert.deepEqual(await boxes(), before, `${line} at ${size}`);
      }
      const probed = page.locator("[data-pane=signals] li:nth-child(2)");
      const button = probed.getByRole("button", { name: /^after probe/ });
      await probed.hover();
      assert.equal(await button.evaluate((element) => getComputedStyle(element).opacity), "1");
      await button.click();
      await probed.getByText("after a probe", { exact: true }).waitFor();
      await button.click();
      for (const chord of ["Control+j", "Control+Shift+j"]) {
        await page.keyboard.press(chord);
        for (let n = 1; n <= 3; n++) await page.keyboard.press(String(n));
      }
      await becomes(() => page.locator(".ticks li.on").count(), 0);
      await page.keyboard.press("Escape");
      await saved(page);
    }
  });

  test("what is only heard is placed in its own line, not in the whole screen, which is painted anew with it", async () => {
    const { page } = host;
    for (const size of [[1366, 768], [1000, 700], [800, 600]]) {
      await at(host, 2, size);
      const far = await page.evaluate(() => [...document.querySelectorAll(".panes .vh")].filter((one) => one.offsetParent?.clientHeight > 200).map((one) => `${one.textContent} in ${one.offsetParent.className}`));
      assert.deepEqual(far, [], `at ${size}`);
    }
  });

  test("typing leaves the question where it is, and a focused line is wholly in view", async () => {
    const { page } = host;
    for (const size of [[1366, 600], [1000, 700], [800, 600], [683, 384]]) {
      await at(host, 8, size);
      const prompt = page.locator(".prompt");
      const before = await prompt.boundingBox();
      await page.keyboard.type("what was said, and more of it");
      assert.deepEqual(await prompt.boundingBox(), before, `the prompt moved at ${size}`);
      for (const pane of ["signals", "flags"]) {
        await page.keyboard.press(pane === "flags" ? "Control+Shift+j" : "Control+j");
        const lines = await page.locator(`[data-pane=${pane}] li`).count();
        for (let n = 1; n <= lines; n++) {
          const line = page.locator(`[data-pane=${pane}] li:focus-within`);
          const covered = () => line.evaluate((li) => {
            const box = li.getBoundingClientRect();
            const edge = (y) => li.contains(document.elementFromPoint(box.left + 60, y));
            return edge(box.top + 1) && edge(box.bottom - 1) ? null : `${li.innerText} from ${box.top} to ${box.bottom}`;
          });
          await becomes(covered, null, `at ${size}`); // what told that it was below goes in the next frame
          await page.keyboard.press("ArrowDown");
        }
      }
      await page.keyboard.press("Escape");
      await becomes(() => isFocused(composer(page)), true);
      await page.keyboard.press("Control+a");
      await page.keyboard.press("Delete");
      await saved(page);
    }
  });

  test("what stands below the edge of the guide is told there, by how many, and takes no room", async () => {
    const { page } = host;
    /** What is told, and what of each kind one cannot read to its end, with a pixel more or less of its last line. */
    const told = () => page.evaluate(() => {
      const padding = parseFloat(getComputedStyle(document.documentElement).fontSize) / 4;
      const words = (spare) => {
        const below = (pane, one) => {
          const n = [...document.querySelectorAll(`[data-pane=${pane}] li`)].filter((li) => {
            const box = li.getBoundingClientRect();
            const above = box.bottom < document.querySelector(".work").getBoundingClientRect().top + 40;
            return !above && !li.contains(document.elementFromPoint(box.left + 60, box.bottom - padding - spare));
          }).length;
          return n > 0 ? [`${n} ${one}${n === 1 ? "" : "s"}`] : [];
        };
        const [probes, signals, flags] = [below("probes", "probe"), below("signals", "good signal"), below("flags", "red flag")];
        const stacked = document.querySelector(".reading").clientHeight > 0;
        const wanted = stacked ? [[...probes, ...signals, ...flags, "rating", "notes"]] : [[...probes, ...signals], flags];
        return wanted.map((parts) => (parts.length > 0 ? `${parts.join(", ")} below` : "")).join("|").replace(/^\|$/, "");
      };
      return [[...(document.querySelector(".below")?.children ?? [])].map((one) => one.textContent).join("|"), words(1), words(-1)];
    });
    const right = async () => {
      const [said, ...wanted] = await told();
      return wanted.includes(said);
    };
    for (const [size, zoom] of [[[800, 600], 100], [[1024, 600], 100], [[1366, 600], 100], [[640, 768], 100], [[1366, 768], 100], [[683, 384], 100], [[800, 600], 200], [[800, 1000], 200]]) {
      await page.evaluate((percent) => localStorage.setItem("text-size", percent), zoom);
      for (const question of [8, 1, 16]) {
        await at(host, question, size);
        await becomes(right, true, `${await told()} of question ${question} at ${size}, ${zoom} %`);
        if (size[0] === 1366 && size[1] === 768) assert.equal((await told())[0], "", "all of it has room");
        else if (question === 8) assert.match((await told())[0], /\d good signals?.* below/, `at ${size}, ${zoom} %`);
      }
      await at(host, 8, size);
      const places = () => page.evaluate(() => [".composer", ".rating", ".notes", ".guide"].map((one) => JSON.stringify(document.querySelector(one).getBoundingClientRect())));
      const before = await places();
      await page.evaluate(() => document.querySelector(".below")?.style.setProperty("display", "none"));
      assert.deepEqual(await places(), before, `it takes room at ${size}, ${zoom} %`);
    }
    await at(host, 8, [800, 600]);
    await look(page, "live-below-200");
    await page.evaluate(() => localStorage.removeItem("text-size"));
    for (const size of [[800, 600], [1024, 600]]) {
      await at(host, 8, size);
      await page.locator(".below").waitFor();
      await look(page, `live-below-${size[0]}`);
      await page.keyboard.press("Control+j");
      for (let n = 1; n < 8; n++) {
        await page.keyboard.press("ArrowDown");
        await becomes(right, true, `${await told()} after ${n} arrows at ${size}`);
      }
      await page.locator(".below").waitFor({ state: "detached" });
      await page.keyboard.press("Escape");
      await becomes(() => isFocused(composer(page)), true);
    }
    // With the mouse, and the focus stays where one writes.
    await at(host, 8, [800, 600]);
    for (let n = 0; n < 4 && (await page.locator(".below").count()) > 0; n++) {
      await page.locator(".below").click();
      await becomes(right, true, "after a click");
    }
    await page.locator(".below").waitFor({ state: "detached" });
    assert.ok(await isFocused(composer(page)));
  });

  test("a long opening says that it goes on", async () => {
    const { page } = host;
    const { id } = await host.call("candidate_add", { name: "Mira Novak", role_id: host.role_id });
    const { interview } = await host.call("interview_start", { candidate_id: id, kit_id: "senior-python/all-sixteen" });
    await page.setViewportSize({ width: 800, height: 400 });
    await page.goto("about:blank");
    await page.goto(`${host.url}#/interview/${interview.id}`);
    await page.getByRole("heading", { name: "Opening", level: 1 }).waitFor();
    await page.locator(".below", { hasText: "More below" }).waitFor();
    await becomes(() => isFocused(composer(page)), true);
    await page.getByRole("region", { name: "Opening" }).focus();
    await page.keyboard.press("End");
    await page.locator(".below").waitFor({ state: "detached" });
  });

  test("the field for notes grows with its text, not past the screen", async () => {
    const { page } = host;
    for (const size of [[1366, 768], [683, 384]]) {
      await at(host, 1, size);
      const height = async () => (await composer(page).boundingBox()).height;
      const empty = await height();
      await page.keyboard.insertText("one long line without a break ".repeat(8));
      const some = await height();
      assert.ok(some > empty, `it stays ${empty} px high at ${size}`);
      assert.ok(await composer(page).evaluate((area) => area.scrollHeight <= area.clientHeight || area.clientHeight > innerHeight / 4), "the text is in view");
      await page.keyboard.insertText("and on it goes ".repeat(200));
      assert.ok((await height()) < size[1] * 0.4, `${await height()} px at ${size}`);
      const box = await composer(page).boundingBox();
      assert.ok(box.y + box.height <= size[1]);
      await page.keyboard.press("Control+a");
      await page.keyboard.press("Delete");
      await becomes(height, empty);
      await saved(page);
    }
  });

  test("where one arrangement ends and the next begins, the field for notes takes the foot", async () => {
    const { page } = host;
    for (const size of [[601, 640], [600, 640], [599, 640], [800, 513], [800, 512], [800, 511]]) {
      await at(host, 8, size);
      const { left, right, bottom } = await page.locator(".composer").evaluate((box) => box.getBoundingClientRect().toJSON());
      assert.deepEqual([left, right, bottom], [0, ...size], `${size.join(" × ")}`);
    }
  });

  test("at 320 px and 256 px of height everything can be scrolled to", async () => {
    const { page } = host;
    await at(host, 8, [320, 256]);
    for (const locator of [composer(page), page.getByRole("radio", { name: /^1 / }), page.getByRole("button", { name: "Keys" }), page.locator(".prompt")]) {
      await locator.scrollIntoViewIfNeeded();
      const box = await locator.boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= 320 && box.y < 256 && box.y + box.height > 0, `${locator} at ${JSON.stringify(box)}`);
    }
  });

  test("the sheet of keys opens at every width, and the interview goes on under it", async () => {
    const { page } = host;
    const sheet = page.locator(".sheet");
    for (const size of [[1366, 768], [1000, 700], [683, 384], [320, 256]]) {
      await at(host, 2, size);
      await page.keyboard.press("F1");
      await sheet.waitFor();
      const box = await sheet.boundingBox();
      assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= size[0] && box.y + box.height <= size[1], `${JSON.stringify(box)} at ${size}`);
      assert.ok(await sheet.evaluate((element) => element.scrollWidth <= element.clientWidth), `nothing is cut off at ${size}`);
      if (size[0] !== 1000) await look(page, `keys-${size[0]}`);
      await page.keyboard.press("Control+4");
      await page.keyboard.press("Escape");
      await sheet.waitFor({ state: "hidden" });
      await becomes(() => isFocused(composer(page)), true, "Esc goes back to the note");
      await becomes(() => page.locator('[aria-checked="true"] .digit').innerText(), "4", "a rating works while the keys are shown");
      await page.keyboard.press("Control+2");
    }
    await page.keyboard.press("Control+/");
    await sheet.waitFor();
    await page.keyboard.press("Control+/");
    await sheet.waitFor({ state: "hidden" });
  });

  test("brackets go on and back, Ctrl+Shift+R to the review, Ctrl+Shift+T to Today", async () => {
    const { page } = host;
    await at(host, 2, [1366, 768]);
    await page.keyboard.press("Control+BracketRight");
    await becomes(() => current(page), "3");
    await page.keyboard.press("Control+BracketLeft");
    await page.keyboard.press("Control+BracketLeft");
    await becomes(() => current(page), "1");
    await page.keyboard.press("Control+Shift+r");
    await page.getByRole("heading", { name: "Review and submit" }).waitFor();
    await page.keyboard.press("Control+Shift+t");
    await page.getByRole("heading", { name: "Today", level: 1 }).waitFor();
  });

  test("a note being edited is kept when one goes to another question, and Esc leaves it as it was", async () => {
    const { page } = host;
    await at(host, 3, [1366, 768]);
    assert.equal(await composer(page).inputValue(), "", "nothing is being written here");
    await note(page, "as it was");
    await saved(page);
    const edit = async (text) => {
      await page.keyboard.press("F6");
      for (let n = 0; n < 9 && (await page.evaluate(() => document.activeElement.title)) !== "Edit"; n++) await page.keyboard.press("Shift+F6");
      await page.keyboard.press("Enter");
      await page.getByRole("textbox", { name: "Edit the note" }).waitFor();
      await page.keyboard.press("Control+a");
      await page.keyboard.insertText(text);
    };
    const kept = async () => (await host.call("interview_get", { interview_id: host.interview_id })).interview.entries.map((entry) => entry.text);
    await edit("changed on the way");
    await page.keyboard.press("Control+PageDown");
    await becomes(() => current(page), "4");
    await saved(page);
    await page.keyboard.press("Control+PageUp");
    await page.getByText("changed on the way", { exact: true }).waitFor();
    await becomes(kept, ["changed on the way"]);
    await edit("never mind");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+PageDown");
    await page.keyboard.press("Control+PageUp");
    await page.getByText("changed on the way", { exact: true }).waitFor();
    await becomes(kept, ["changed on the way"]);
  });

  test("what was not asked is not called rated", async () => {
    const { page } = host;
    await at(host, 5, [1366, 768]);
    await page.keyboard.press("Control+7");
    await page.keyboard.press("Control+PageDown");
    await page.keyboard.press("Control+6");
    const heading = page.getByRole("heading", { name: /^Questions/ });
    assert.match(await heading.innerText(), /14 rated, 1 not asked, 1 could not judge/);
    assert.match(await heading.innerText(), /16\/16/);
    await saved(page);
  });

  test("the last notes are there at once, the earlier ones as one goes up to them, by pointer or keyboard", async () => {
    const { page } = host;
    const { id } = await host.call("candidate_add", { name: "太郎", role_id: host.role_id });
    const interview = await begun(host, id, "senior-python/all-sixteen");
    const place = interview.content.questions[0].id;
    for (let n = 1; n <= 40; n++) await host.call("entry_save", { interview_id: interview.id, place, kind: "note", text: `Note ${n}`, at_seconds: n });
    const open = async () => {
      await at({ ...host, page, interview_id: interview.id, questions: interview.content.questions }, 1, [1366, 768]);
      await page.getByText("Note 40", { exact: true }).waitFor();
    };
    const shown = () => page.locator("[data-pane=notes] li .text").allInnerTexts();
    await open();
    assert.ok((await shown()).length < 40, "not all are made");
    await page.getByRole("button", { name: /earlier notes$/ }).focus();
    await becomes(async () => (await shown()).length, 40, "all, once the focus is there");
    assert.match(await page.evaluate(() => document.activeElement.ariaLabel), /^Edit note/, "the focus goes to the note before");
    await open();
    await page.locator("[data-pane=notes] .room").evaluate((list) => list.scrollTo(0, 0));
    await becomes(async () => (await shown()).length, 40, "all, once one has gone up");
    assert.equal((await shown())[0], "Note 1");
    await open();
    await page.keyboard.press("Control+f");
    await page.getByRole("combobox").fill("Note 3");
    await page.getByRole("option", { name: /Note 3(?!\d)/ }).first().click();
    await becomes(() => page.evaluate(() => document.activeElement.closest("[data-note]")?.querySelector(".text").innerText), "Note 3", "found among those not made");
  });

  test("the page reported nothing wrong", () => assert.deepEqual(host.wrong, []));
});
