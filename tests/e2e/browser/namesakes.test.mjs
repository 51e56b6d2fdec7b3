// Two candidates of one name: a file says whom each row goes to, and a person says who it is where the file does not.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { look } from "./axe.mjs";
import { start } from "./host.mjs";
import { becomes, heading, press, tabTo } from "./keyboard.mjs";

const ROLE = "senior-python/senior-python-developer";
let host, one, two;
before(async () => {
  host = await start({ viewport: { width: 1366, height: 768 } });
  await host.call("interviewer_set", { name: "Ida" });
  const add = async (name) => (await host.call("candidate_add", { name, role_id: ROLE })).id;
  [one, two] = [await add("ليلى حداد"), await add("ليلى حداد")];
  await add("Bo Ek");
  const { contact } = await host.call("candidate_get", { candidate_id: two });
  await host.call("contact_save", { candidate_id: two, contact: { ...contact, email: "laila@example.org" } });
  await host.page.reload();
});
after(() => host?.stop());

const row = (text) => host.page.getByRole("listitem").filter({ hasText: text });
const give = (name, text) => host.page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
const imported = async (candidate_id) => (await host.call("imported_list", { candidate_id })).scorecards.length;
async function narrow(what) {
  for (const [width, height] of [[800, 600], [683, 384]]) {
    await host.page.setViewportSize({ width, height });
    assert.ok((await host.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, `${what} at ${width}`);
  }
  await look(host.page, `${what}-200`);
  await host.page.setViewportSize({ width: 1366, height: 768 });
}

test("a scorecard whose name two have goes to nobody until it is said whose it is", async () => {
  const { page } = host;
  await page.goto(`${host.url}#/candidates/scorecards`);
  await heading(page, "Import scorecards");
  await give("r.csv", "Candidate,Interviewer,Attribute,Rating\nBo Ek,Ole,SQL,4\nليلى حداد,Ole,SQL,2\nCy Fox,Ole,SQL,3\n");
  await heading(page, "Before the import");
  await page.getByRole("button", { name: "Import 2 scorecards" }).waitFor();
  await row("Bo Ek").filter({ hasText: "added today" }).waitFor();
  await row("Cy Fox").getByText("New candidate", { exact: true }).waitFor();
  await page.getByText("2 candidates for this role have the name").waitFor();
  await page.getByText("Left out so far").waitFor();
  await page.getByText("The scorecards of 1 person are left out until you say below who is meant.").waitFor();
  const who = page.getByRole("combobox", { name: "Who is ليلى حداد?" });
  const choices = await who.locator("option").allInnerTexts();
  assert.equal(choices.length, 4, choices.join("\n"));
  assert.ok(choices[2].includes("laila@example.org") && choices[2].includes("added today"), choices[2]);
  await look(page, "namesakes-scorecards");
  await narrow("namesakes-scorecards");
  await tabTo(page, who);
  await page.keyboard.press("ArrowDown");
  await page.getByRole("button", { name: "Import 3 scorecards" }).waitFor();
  await becomes(() => page.getByText(/Left out so far|are left out until/).count(), 0);
  await page.keyboard.press("ArrowDown");
  await row("laila@example.org").filter({ hasText: "Ole" }).filter({ hasNotText: "Who is" }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "SELECT", "the focus stays while one chooses");
  await tabTo(page, page.getByRole("button", { name: "Import 3 scorecards" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("status").filter({ hasText: "3 added" }).waitFor();
  assert.deepEqual([await imported(one), await imported(two)], [0, 1]);
  assert.deepEqual(host.wrong, []);
});

test("a row of candidates whose name two have is left out until it is said who it is, and columns without a field are named", async () => {
  const { page } = host;
  await page.goto(`${host.url}#/candidates/import`);
  await heading(page, "Import candidates");
  await give("people.csv", "Name,Company,Team\nBo Ek,Acme,\nليلى حداد,Beta,Blue\nCy Roe,,\n");
  await heading(page, "Before the import");
  await page.getByText("No field is for Team: kept in the notes.").waitFor();
  await page.getByRole("button", { name: "Import 2 candidates" }).waitFor();
  await page.getByText("1 row is left out until you say below who is meant.").waitFor();
  await row("Goes to Bo Ek").filter({ hasText: "added today" }).waitFor();
  await row("Cy Roe").getByText("New candidate", { exact: true }).waitFor();
  const who = page.getByRole("combobox", { name: "Who is ليلى حداد?" });
  await who.waitFor();
  await look(page, "namesakes-candidates");
  await row("Cy Roe").last().scrollIntoViewIfNeeded();
  await look(page, "namesakes-candidates-rows");
  await narrow("namesakes-candidates");
  await tabTo(page, who);
  await page.keyboard.press("End"); // someone new
  await page.getByRole("button", { name: "Import 3 candidates" }).waitFor();
  await page.keyboard.press("ArrowUp");
  await row("Goes to ليلى حداد").filter({ hasText: "laila@example.org" }).waitFor();
  await tabTo(page, page.getByRole("button", { name: "Import 3 candidates" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("status").filter({ hasText: "1 added, 2 updated" }).waitFor();
  await page.getByText("No field is for Team: kept in the notes.").waitFor();
  const company = async (candidate_id) => (await host.call("candidate_get", { candidate_id })).contact.company;
  assert.deepEqual([await company(one), await company(two)], ["", "Beta"]);
  assert.deepEqual(host.wrong, []);
});

test("of two in a file who have an address each, the address says which one a row with the name alone is", async () => {
  const { page } = host;
  await page.goto(`${host.url}#/candidates/scorecards`);
  await heading(page, "Import scorecards");
  await give("b.csv", "Candidate,Email,Interviewer,Attribute,Rating\nDi Ash,a@example.org,Ole,SQL,4\nDi Ash,b@example.org,Ole,SQL,2\nDi Ash,,Ida,SQL,3\n");
  await heading(page, "Before the import");
  await page.getByRole("button", { name: "Import 2 scorecards" }).waitFor();
  const who = page.getByRole("combobox", { name: "Who is Di Ash?" });
  const choices = await who.locator("option").allInnerTexts();
  assert.deepEqual(choices.map((words) => words.replace(/[\u2068\u2069]/g, "")), ["Not known: leave out", "The one in the file with a@example.org", "The one in the file with b@example.org", "Someone new"]);
  await tabTo(page, who);
  await page.keyboard.press("ArrowDown");
  await page.getByRole("button", { name: "Import 3 scorecards" }).waitFor();
  await page.keyboard.press("ArrowDown");
  await becomes(() => who.inputValue(), "b@example.org");
  await look(page, "namesakes-addresses");
  await tabTo(page, page.getByRole("button", { name: "Import 3 scorecards" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("status").filter({ hasText: "3 added" }).waitFor();
  const added = (await host.call("candidate_list", {})).candidates.map((one) => one.candidate).filter(({ name }) => name === "Di Ash");
  const known = await Promise.all(added.map(async ({ id }) => [(await host.call("candidate_get", { candidate_id: id })).contact.email, await imported(id)]));
  assert.deepEqual(known.sort(), [["a@example.org", 1], ["b@example.org", 2]]);
  assert.deepEqual(host.wrong, []);
});
