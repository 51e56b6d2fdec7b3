// Questions in and out: a preview that writes nothing, problems with file and line, columns to correct, one undo. By keyboard.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { look } from "./axe.mjs";
import { start } from "./host.mjs";
import { press, tabTo } from "./keyboard.mjs";

const TABLE = 'Title,Question,Warnzeichen,Minutes\nLocks,What is a lock?,blames,8\n,,x,\n"قفل","متى ""تقفل""؟",y,9\n';
let host;
before(async () => (host = await start({ demo: true })));
after(() => host?.stop());

const total = async () => (await host.call("question_search", { text: "", limit: 1 })).total;
async function open(place) {
  await host.page.goto("about:blank");
  await host.page.goto(`${host.url}#/${place}`);
}
async function choose(name, text) {
  const { page } = host;
  const chooser = page.waitForEvent("filechooser");
  await press(page, page.locator("input[type=file]"));
  await (await chooser).setFiles({ name, mimeType: "", buffer: Buffer.from(text) });
}

test("an import is looked at, corrected, confirmed, and taken back whole", async () => {
  const { page } = host;
  await open("questions");
  await press(page, page.getByRole("link", { name: "Import" }));
  await page.getByRole("heading", { name: "Import questions" }).waitFor();
  await look(page, "import");
  await choose("fragen.csv", TABLE);
  await page.getByRole("heading", { name: "Before the import" }).waitFor();
  await page.getByText("2 questions would be added. Nothing is written yet.").waitFor();
  await page.getByText("fragen.csv:3").waitFor();
  await page.getByText("1 entry was left out.").waitFor();
  await look(page, "import-preview");
  await page.setViewportSize({ width: 640, height: 410 });
  await look(page, "import-preview-200");
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
  await page.setViewportSize({ width: 1280, height: 820 });

  const column = page.getByRole("combobox", { name: "Column Warnzeichen is" });
  assert.equal(await column.inputValue(), "", "a column with an unknown name is kept, and can be said to be something");
  await tabTo(page, column);
  const looked = page.waitForResponse("**/call/question_import_preview");
  await page.keyboard.type("Red"); // a native list changes as one types
  await looked;
  assert.equal(await column.inputValue(), "red_flags");
  assert.equal(await total(), 16, "nothing is written before it is confirmed");

  await press(page, page.getByRole("button", { name: "Import 2 questions" }));
  await page.getByRole("heading", { name: "Imported" }).waitFor();
  await page.getByText("2 questions added.").waitFor();
  await look(page, "imported");
  const { questions } = await host.call("question_search", { text: "lock?", limit: 5 });
  const { question } = await host.call("question_get", { question_id: questions.find((card) => card.title === "Locks").id });
  assert.deepEqual([question.red_flags, question.minutes], [["blames"], 8], "as it was corrected");
  assert.equal(await total(), 18);

  await press(page, page.getByRole("button", { name: "Undo the import" }));
  await page.getByText("The import was undone: the bank is as it was before.").waitFor();
  assert.equal(await total(), 16);
  assert.deepEqual(host.wrong, []);
});

test("the same file again has nothing to import, and other words are shown line by line", async () => {
  const { page } = host;
  await host.call("question_import", { name: "mine.md", bytes: Buffer.from("- What is a queue?\n  - Red flags\n    - guesses\n").toString("base64") });
  await open("questions/import");
  await choose("mine.md", "- What is a queue?\n  - Red flags\n    - guesses\n");
  await page.getByText("1 question is already there. Nothing is written yet.").waitFor();
  await page.getByRole("button", { name: "Nothing to import" }).waitFor();
  await press(page, page.getByRole("button", { name: "Take another file" }));
  await choose("mine.md", "- What is a queue?\n  - Red flags\n    - guesses aloud\n");
  await page.getByText("1 question would be changed. Nothing is written yet.").waitFor();
  assert.deepEqual((await page.locator("dd li").allInnerTexts()).map((text) => text.replace(/\s+/g, " ")), ["− removed: guesses", "+ added: guesses aloud"]);
});

test("text is pasted, a file is dropped, and what is too large is refused before it is read", async () => {
  const { page } = host;
  await open("questions/import");
  const area = page.getByRole("textbox", { name: "Or paste questions" });
  await tabTo(page, area);
  await page.keyboard.insertText("1. What is a mutex?\n2. 読み書きロックとは？\n");
  await press(page, page.getByRole("button", { name: "Look at it" }));
  await page.getByText("2 questions would be added.").waitFor();
  await page.getByText("読み書きロックとは？").waitFor();
  await press(page, page.getByRole("button", { name: "Take another file" }));
  await page.getByRole("heading", { name: "Import questions" }).waitFor();
  await page.locator(".page").evaluate(drop, { name: "dropped.md", text: "- What is a barrier?\n", size: 0 });
  await page.getByText("dropped.md").waitFor();
  await page.locator(".page").evaluate(drop, { name: "large.csv", text: "", size: 35_200_000 });
  await page.getByRole("alert").filter({ hasText: "large.csv has 35.2 MB. The most is 33.6 MB; split it into several files." }).waitFor();
  assert.deepEqual(host.wrong, []);
});

test("what is found is exported, and comes back unchanged", async () => {
  const { page } = host;
  await open("questions");
  await page.locator(".count").getByText("newest first").waitFor();
  await page.keyboard.press("/");
  await page.keyboard.insertText("gil");
  await page.locator(".count").getByText("1 of").waitFor();
  await press(page, page.getByRole("button", { name: "Export" }));
  const format = page.getByRole("combobox", { name: "Export as" });
  await tabTo(page, format);
  await page.keyboard.type("Table");
  await look(page, "export");
  await press(page, page.getByRole("button", { name: "Save as…" }));
  await page.getByText(/^Saved .*questions\.csv$/).waitFor();
  await page.getByText("(1 question)").waitFor();
  await page.getByRole("button", { name: "Show in folder" }).waitFor();
  const bytes = readFileSync(join(host.saves, "questions.csv"));
  const { counts } = await host.call("question_import_preview", { name: "questions.csv", bytes: bytes.toString("base64") });
  assert.deepEqual(counts, { added: 0, updated: 0, unchanged: 1, offered: 0 });
  assert.deepEqual(host.wrong, []);
});

test("a role goes out as the folder of a pack, with its kits and questions", async () => {
  const { page } = host;
  await open("questions");
  await page.locator(".count").getByText("newest first").waitFor();
  await press(page, page.getByRole("button", { name: "Export" }));
  const format = page.getByRole("combobox", { name: "Export as" });
  await format.locator("option", { hasText: "Folder of a pack: Senior Python developer" }).waitFor({ state: "attached" });
  await tabTo(page, format);
  await page.keyboard.type("Folder");
  await press(page, page.getByRole("button", { name: "Save as…" }));
  await page.getByText(/^Saved .*senior-python-developer$/).waitFor();
  await page.getByText("(16 questions and 3 kits)").waitFor();
  await page.getByRole("button", { name: "Open the folder" }).waitFor();
  await look(page, "export-pack");
  const files = readdirSync(join(host.saves, "senior-python-developer"));
  assert.ok(files.includes("pack.toml") && files.includes("py-gil.toml") && files.includes("kits"), files.join());
  // The place is taken now: said, and nothing is written over.
  await press(page, page.getByRole("button", { name: "Save as…" }));
  await page.getByRole("alert").filter({ hasText: "something is there already" }).waitFor();
  assert.deepEqual(host.wrong, []);
});

/** Drops a file on an element; runs in the page. */
function drop(element, { name, text, size }) {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text, new Uint8Array(size)], name));
  element.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
}

/** Ten thousand questions: English, Arabic and Japanese in turns. */
const many = () => {
  const rows = ["Title,Question,Section,Level,Tags,Good signals,Red flags,Minutes"];
  for (let i = 0; i < 10_000; i++) {
    if (i % 5 === 1) rows.push(`قفل رقم ${i},"متى تستخدم القفل رقم ${i}؟ وما الذي تقيسه (lock ${i}) قبل ذلك؟",التزامن,senior,قفل;تزامن,يقيس أولا,يلوم الآخرين,8`);
    else if (i % 5 === 2) rows.push(`ロックの競合 ${i},山田太郎さんは ${i} 番目のロックをいつ使いますか？,並行処理,mid,ロック;並行,計測してから話す,他人のせいにする,5`);
    else rows.push(`Queue ${i} under load,How would you find out why queue ${i} grows at night?,Systems,senior,queue;load,Measures first;Names the limit,Guesses,10`);
  }
  return rows.join("\n");
};
const wide = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test("ten thousand questions in three scripts are looked at, imported, found, and taken back by keyboard", async () => {
  const { page } = host;
  const before = await total();
  await page.setViewportSize({ width: 1366, height: 768 });
  await open("questions/import");
  await choose("many.csv", many());
  await page.getByText("10000 questions would be added.").waitFor({ timeout: 60_000 });
  await look(page, "import-many");
  await page.setViewportSize({ width: 683, height: 384 });
  await look(page, "import-many-200");
  assert.equal(await wide(page), 0);
  await page.setViewportSize({ width: 1366, height: 768 });
  await press(page, page.getByRole("button", { name: "Import 10000 questions" }));
  await page.getByRole("heading", { name: "Imported" }).waitFor({ timeout: 120_000 });
  await press(page, page.getByRole("link", { name: "See the questions" }));
  await page.getByText(`${before + 10_000} of ${before + 10_000} questions`).waitFor();
  await look(page, "bank-many");
  for (const [words, name] of [["太郎", "japanese"], ["قفل", "arabic"]]) {
    await page.keyboard.press("Escape");
    await tabTo(page, page.locator("#question-search"));
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText(words);
    await page.getByText(`2000 of ${before + 10_000} questions`).waitFor();
    await page.locator('[aria-label="Questions found"] mark').first().getByText(words).waitFor();
    await look(page, `bank-many-${name}`);
  }
  await page.setViewportSize({ width: 683, height: 384 });
  await look(page, "bank-many-200");
  assert.equal(await wide(page), 0);
  await page.setViewportSize({ width: 1280, height: 820 });
  await press(page, page.getByRole("button", { name: "Undo the import" }));
  await page.getByText("Undone: ").waitFor({ timeout: 60_000 });
  assert.equal(await total(), before);
  assert.deepEqual(host.wrong, []);
});
