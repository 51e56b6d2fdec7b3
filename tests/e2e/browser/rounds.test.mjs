// Candidates from a file, a round, planned interviews by hand and from a calendar, and the day on which they are held.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { look } from "./axe.mjs";
import { pictures, start } from "./host.mjs";
import { becomes, press, tabTo } from "./keyboard.mjs";

const PEOPLE = "First name,Last name,E-mail,Date of birth,Where\nNguyễn,Văn Anh,anh@example.org,1990-01-01,A fair\nمحمد,علی,m@example.org,1991-02-02,\n,,nobody@example.org,,\n";
const heading = (page, name) => page.getByRole("heading", { name, level: 1 });
const file = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
const sizes = [["800", { width: 800, height: 600 }], ["200", { width: 640, height: 410 }]];

/** What runs out of the page's width. */
const wide = (page) => page.evaluate(() => document.querySelector("main").scrollWidth - document.querySelector("main").clientWidth);
async function narrow(page, name) {
  for (const [what, viewport] of sizes) {
    await page.setViewportSize(viewport);
    await page.screenshot({ path: join(pictures, `browser-${name}-${what}.png`), fullPage: true });
    assert.ok((await wide(page)) <= 0, `${name} at ${what} runs out of its width`);
  }
  await page.setViewportSize({ width: 1366, height: 768 });
}

/** A local time today as the form takes it, never on another day. */
function local(minutesAhead) {
  const now = new Date();
  const begins = new Date(now.getTime() + minutesAhead * 60_000);
  const same = begins.getDate() === now.getDate() ? begins : now;
  return `${String(same.getHours()).padStart(2, "0")}:${String(same.getMinutes()).padStart(2, "0")}`;
}
const stamp = (date) => date.toISOString().replace(/[-:]/g, "").replace(/\.\d+/, "");

describe("a round", () => {
  let host;
  before(async () => {
    host = await start({ viewport: { width: 1366, height: 768 } });
    await host.call("interviewer_set", { name: "Ana Ruiz" });
    await host.page.reload();
  });
  after(() => host?.stop());

  test("candidates are looked at, corrected, imported, taken back and imported again", async () => {
    const { page } = host;
    await page.goto(`${host.url}#/candidates`);
    await page.getByRole("link", { name: "import candidates from a file" }).click();
    await heading(page, "Import candidates").waitFor();
    await look(page, "import-candidates");
    await page.locator("input[type=file]").setInputFiles(file("people.csv", PEOPLE));
    await heading(page, "Before the import").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1", "the new step has the focus");
    await page.getByText("birth date is never kept").waitFor();
    await page.getByText("people.csv:4").waitFor();
    await page.getByRole("combobox", { name: "Where" }).selectOption("source");
    await page.getByText("from A fair").waitFor();
    await look(page, "import-candidates-preview");
    await narrow(page, "import-candidates-preview");
    assert.equal((await host.call("candidate_list")).candidates.length, 0, "nothing is written before it is said");

    await page.getByRole("button", { name: "Import 2 candidates" }).click();
    await heading(page, "Imported").waitFor();
    assert.equal((await host.call("candidate_list")).candidates.length, 2);
    await look(page, "import-candidates-done");
    await page.getByRole("button", { name: "Undo the import" }).click();
    await page.getByText("The import was undone").waitFor();
    assert.equal((await host.call("candidate_list")).candidates.length, 0);
    await page.getByRole("button", { name: "Import another file" }).click();
    await page.getByRole("textbox", { name: "Or paste them" }).fill(PEOPLE);
    await page.getByRole("button", { name: "Look at it" }).click();
    await page.getByRole("button", { name: "Import 2 candidates" }).click();
    await page.getByRole("link", { name: "See the candidates" }).click();
    await page.getByRole("link", { name: "Nguyễn Văn Anh" }).click();
    await page.getByText("anh@example.org").waitFor();
    assert.equal(await page.getByText("1990").count(), 0);
  });

  test("what is known of a candidate can be changed, and a failed save keeps it", async () => {
    const { page } = host;
    await page.getByRole("button", { name: "Edit contact" }).click();
    await page.getByRole("textbox", { name: "Phone" }).fill("+84 1");
    await look(page, "contact");
    await host.call("test/fail", { calls: 1, code: "disk_full", message: "The disk is full." });
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("alert").waitFor();
    assert.equal(await page.getByRole("textbox", { name: "Phone" }).inputValue(), "+84 1");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("+84 1").waitFor();
    await look(page, "candidate-contact");
  });

  test("a round is begun and an interview planned, by keyboard, and Today starts it with its kit", async () => {
    const { page } = host;
    await page.goto(`${host.url}#/candidates`);
    await page.getByRole("link", { name: "New round" }).focus();
    await page.keyboard.press("Enter");
    await heading(page, "New round").waitFor();
    await look(page, "round-new");
    await page.waitForFunction(() => document.activeElement?.matches("input[type=text]"));
    await page.keyboard.type("November");
    await page.getByRole("checkbox", { name: "Nguyễn Văn Anh" }).press("Space");
    await page.getByRole("checkbox", { name: "محمد علی" }).press("Space");
    await page.getByRole("checkbox").first().press("Space");
    await page.getByRole("textbox", { name: "Title" }).press("Enter");
    await heading(page, "November").waitFor();
    await look(page, "round-empty");

    await page.getByRole("combobox", { name: "Candidate" }).selectOption({ label: "Nguyễn Văn Anh" });
    await page.getByRole("textbox", { name: "Interviewers" }).fill("Ana Ruiz, Jan Nowak");
    await page.getByRole("textbox", { name: "Starts at" }).fill("25 past");
    await page.getByRole("textbox", { name: "Starts at" }).press("Enter");
    await page.getByText("Type the time as hours:minutes").waitFor();
    await page.getByRole("textbox", { name: "Starts at" }).fill(local(5));
    await page.getByRole("textbox", { name: "Minutes" }).fill("30");
    await page.getByRole("textbox", { name: "Minutes" }).press("Enter");
    const planned = page.getByRole("region", { name: "Planned interviews" });
    await planned.getByRole("link", { name: "Nguyễn Văn Anh" }).waitFor();
    await look(page, "round");
    await narrow(page, "round");

    await page.goto(`${host.url}#/today`);
    const today = page.getByRole("region", { name: "Planned for today" });
    await today.getByText("Jan Nowak").waitFor();
    const button = today.getByRole("button", { name: "Start with Nguyễn Văn Anh" });
    await page.waitForFunction(() => document.activeElement?.textContent?.includes("Nguyễn Văn Anh"));
    await look(page, "today-planned");
    await narrow(page, "today-planned");
    await button.press("Enter");
    await page.waitForURL(/#\/interview\//);
    const { interviews } = await host.call("interview_list");
    assert.deepEqual([interviews.length, interviews[0].candidate, interviews[0].phase], [1, "Nguyễn Văn Anh", "prepared"]);
    await page.goto(`${host.url}#/today`);
    await today.getByRole("button", { name: "Continue with Nguyễn Văn Anh" }).waitFor();
  });

  test("a planned interview is changed by keyboard, and what was not changed stays as it was", async () => {
    const { page } = host;
    const [{ round }] = (await host.call("round_list")).rounds;
    const { candidates } = await host.call("round_get", { round_id: round.id });
    const { candidate } = candidates.find((card) => card.candidate.name === "محمد علی");
    const starts = new Date(Date.now() + 24 * 3_600_000);
    const times = (minutes) => ({ starts_at: starts.toISOString(), ends_at: new Date(starts.getTime() + minutes * 60_000).toISOString() });
    // As calendars write people: with a comma, which the list in the form has too.
    await host.call("appointment_save", { candidate_id: candidate.id, kit_id: null, interviewers: ["Nowak, Jan"], location: "Room 1", ...times(45) });
    const planned = async () => (await host.call("round_get", { round_id: round.id })).planned.map((card) => card.appointment).filter((one) => one.candidate_id === candidate.id);
    const [before] = await planned();
    await page.goto(`${host.url}#/round/${round.id}`);
    const change = page.getByRole("button", { name: "Change the interview with محمد علی" });
    await press(page, change);
    const form = page.getByRole("form", { name: "Change the interview with محمد علی" });
    const kit = form.getByRole("combobox", { name: "Kit" });
    await page.waitForFunction(() => document.activeElement?.matches("form select"));
    assert.equal(await kit.locator("option:checked").innerText(), "Chosen later");
    await look(page, "round-change");
    await narrow(page, "round-change");
    await page.keyboard.press("Escape");
    await form.waitFor({ state: "detached" });
    assert.ok(await change.evaluate((one) => one === document.activeElement), "the focus goes back");
    assert.deepEqual(await planned(), [before], "nothing was changed");

    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.matches("form select"));
    assert.deepEqual([await kit.locator("option").count(), await kit.locator("option:checked").innerText()], [2, "Chosen later"], "the form opens with its kits");
    await page.keyboard.press("ArrowUp"); // the round's one kit stands before "Chosen later"
    await becomes(() => kit.inputValue(), round.kit_ids[0]);
    await tabTo(page, form.getByRole("textbox", { name: "Minutes" }));
    await page.keyboard.press("Control+a");
    await page.keyboard.type("an hour");
    await page.keyboard.press("Enter");
    await form.getByText("Type how many minutes it takes").waitFor();
    await page.waitForFunction(() => document.activeElement?.name === "minutes");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("60");
    await tabTo(page, form.getByRole("textbox", { name: "Place" }));
    await page.keyboard.press("Control+a");
    await page.keyboard.type("Room 2");
    await page.keyboard.press("Enter");
    await form.waitFor({ state: "detached" });
    const { kits } = await host.call("kit_list");
    const { title } = kits.find((one) => one.id === round.kit_ids[0]);
    await page.getByText(`${title} · Nowak, Jan · Room 2`).waitFor();
    assert.ok(await change.evaluate((one) => one === document.activeElement), "the focus goes back");
    assert.deepEqual(await planned(), [{ ...before, kit_id: round.kit_ids[0], location: "Room 2", ends_at: (await planned())[0].ends_at }]);
    const [now] = await planned();
    assert.equal(Date.parse(now.ends_at) - Date.parse(now.starts_at), 3_600_000);
    await host.call("appointment_remove", { appointment_id: now.id });
    assert.deepEqual(host.wrong, []);
  });

  test("a calendar is matched to candidates, planned, taken back, and follows what moved", async () => {
    const { page } = host;
    const { rounds } = await host.call("round_list");
    const later = (hours) => new Date(Date.now() + hours * 3_600_000);
    const meeting = (uid, title, hours) => `BEGIN:VEVENT\r\nUID:${uid}\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:${stamp(later(hours))}\r\nDTEND:${stamp(later(hours + 1))}\r\nSUMMARY:${title}\r\nATTENDEE;CN=Ana Ruiz:mailto:ana@example.org\r\nEND:VEVENT\r\n`;
    const calendar = (hours) => `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n${meeting("one", "Interview محمد علی", hours)}${meeting("two", "Interview with Cy Young", 50)}${meeting("three", "Team lunch", 51)}END:VCALENDAR\r\n`;
    await page.goto(`${host.url}#/round/${rounds[0].round.id}`);
    await page.getByRole("link", { name: "Import a calendar" }).click();
    await heading(page, "Import a calendar").waitFor();
    await look(page, "import-calendar");
    await page.locator("input[type=file]").setInputFiles(file("round.ics", calendar(48)));
    await heading(page, "Before the import").waitFor();
    const row = (title) => page.getByRole("listitem").filter({ hasText: title });
    await row("Interview with Cy Young").getByRole("combobox", { name: "Candidate" }).selectOption("new:Cy Young");
    assert.equal(await row("Team lunch").getByRole("combobox", { name: "Candidate" }).inputValue(), "", "most meetings are no interviews");
    await look(page, "import-calendar-preview");
    await narrow(page, "import-calendar-preview");
    await page.getByRole("button", { name: "Plan 2 interviews" }).click();
    await heading(page, "Imported").waitFor();
    await page.getByText("2 interviews planned, 0 moved, 0 called off, 1 new candidate").waitFor();
    await page.getByRole("button", { name: "Undo the import" }).click();
    await page.getByText("The import was undone").waitFor();
    assert.equal((await host.call("round_get", { round_id: rounds[0].round.id })).planned.length, 1);

    for (const [hours, words] of [[48, "Plan 1 interview"], [72, "Plan 0, change 1"]]) {
      await page.getByRole("button", { name: "Import another calendar" }).click();
      await page.locator("input[type=file]").setInputFiles(file("round.ics", calendar(hours)));
      await page.getByRole("button", { name: words, exact: true }).click();
      await heading(page, "Imported").waitFor();
    }
    await page.getByText("0 interviews planned, 1 moved").waitFor();
    await page.getByRole("link", { name: "See the round" }).click();
    await page.getByRole("region", { name: "Planned interviews" }).getByRole("button", { name: "Prepare with محمد علی" }).waitFor();
    await page.getByRole("button", { name: "Remove the interview with محمد علی" }).click();
    await page.waitForFunction(() => document.querySelectorAll("time").length === 1);
  });

  test("a sentence of the notes that says what is never kept is left out, unless it is kept", async () => {
    const { page } = host;
    const notes = "Name,Email,Notes\nIda Falk,ida@example.org,Knows Rust. Born 1990 in Malmö. Married.\n田中花,hana@example.org,性別は女性。Go が得意。\nليلى حداد,l@example.org,تاريخ الميلاد: 1990\n";
    await page.goto(`${host.url}#/candidates/import`);
    await heading(page, "Import candidates").waitFor();
    await page.locator("input[type=file]").setInputFiles(file("notes.csv", notes));
    await page.getByRole("heading", { name: "4 sentences left out of the notes" }).waitFor();
    await look(page, "import-candidates-mentions");
    await narrow(page, "import-candidates-mentions");
    const keep = page.getByRole("checkbox", { name: "Keep" });
    assert.equal(await keep.count(), 4);
    await tabTo(page, keep.nth(1));
    await page.keyboard.press("Space");
    assert.ok(await keep.nth(1).isChecked());
    await page.getByRole("heading", { name: "3 sentences left out of the notes" }).waitFor();
    await page.getByRole("button", { name: "Import 3 candidates" }).click();
    await heading(page, "Imported").waitFor();
    await page.getByText("was left out of the notes").first().waitFor();
    const all = (await host.call("candidate_list")).candidates;
    const noted = async (name) => (await host.call("candidate_get", { candidate_id: all.find((one) => one.candidate.name === name).candidate.id })).contact.notes;
    assert.equal(await noted("Ida Falk"), "Knows Rust. Married.");
    assert.equal(await noted("田中花"), "Go が得意。");
    await page.getByRole("button", { name: "Undo the import" }).click();
    await page.getByText("The import was undone").waitFor();
    await page.goto(`${host.url}#/candidates`);
    await heading(page, "Candidates").waitFor();
  });

  test("a file that says nothing is refused with what to do", async () => {
    const { page } = host;
    await page.goto(`${host.url}#/candidates/import`);
    await page.locator("input[type=file]").setInputFiles(file("broken.csv", "Name,E-mail\n,x@example.org\n"));
    await page.getByText("broken.csv:2").waitFor();
    await page.getByRole("button", { name: "Nothing to import" }).waitFor();
    assert.deepEqual(host.wrong, []);
  });
});
