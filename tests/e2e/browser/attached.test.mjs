// Files attached while an interview is live: by the chooser, by pasting and by dropping; opened, refused, removed, and read afterwards.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { look } from "./axe.mjs";
import { pictures, start } from "./host.mjs";
import { becomes, begun, focused, note, press, saved, tabTo } from "./keyboard.mjs";

let host;
let interview;
let questions;
before(async () => {
  host = await start({ viewport: { width: 1366, height: 768 } });
  await host.call("interviewer_set", { name: "Ana Ruiz" });
  const role_id = (await host.call("role_list")).roles[0].id;
  const candidate = await host.call("candidate_add", { name: "Jan Kowalski", role_id });
  interview = await begun(host, candidate.id, "senior-python/systems");
  questions = interview.content.questions;
  await open();
});
after(() => host?.stop());

async function open() {
  const { page } = host;
  await page.goto("about:blank");
  await page.goto(`${host.url}#/interview/${interview.id}?at=${questions[0].id}`);
  await page.waitForFunction(() => document.activeElement?.id === "composer");
}
const kept = async () => (await host.call("attachment_list", { interview_id: interview.id })).attachments;
const row = (name) => host.page.locator("[data-file]").filter({ hasText: name });

/** A whiteboard as a picture, its bytes as text that crosses into the page. */
const board = (type, wide = 640) =>
  host.page.evaluate(
    async ([type, wide]) => {
      const canvas = Object.assign(document.createElement("canvas"), { width: wide, height: wide * 0.75 });
      const brush = canvas.getContext("2d");
      brush.fillStyle = "#fdfdf8";
      brush.fillRect(0, 0, canvas.width, canvas.height);
      brush.lineWidth = wide / 100;
      for (const [x, y] of [[0.1, 0.1], [0.6, 0.1], [0.35, 0.6]]) brush.strokeRect(x * wide, y * wide * 0.75, wide * 0.25, wide * 0.15);
      brush.strokeStyle = "#a02c47";
      brush.beginPath();
      brush.moveTo(wide * 0.35, wide * 0.15);
      brush.lineTo(wide * 0.6, wide * 0.15);
      brush.stroke();
      return await new Promise((done) => canvas.toBlob(async (blob) => done([...new Uint8Array(await blob.arrayBuffer())]), type));
    },
    [type, wide],
  );

/** What a drop or a paste does, with files that have these bytes; for `words`, text comes along. */
const bring = (kind, files, words = "") =>
  host.page.evaluate(
    ([kind, files, words]) => {
      const data = new DataTransfer();
      for (const { name, type, bytes } of files) data.items.add(new File([new Uint8Array(bytes)], name, { type }));
      if (words !== "") data.setData("text/plain", words);
      const at = document.activeElement;
      const event = kind === "paste" ? new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }) : new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true });
      at.dispatchEvent(event);
      return event.defaultPrevented;
    },
    [kind, files, words],
  );

test("the chooser is one key or one command away, and the file stands below the notes", async () => {
  const { page } = host;
  await note(page, "drew the queue on the board");
  const buffer = Buffer.from(await board("image/jpeg"));
  for (const [name, ask] of [
    ["board.jpg", () => page.keyboard.press("Control+Shift+A")],
    ["second board.jpg", async () => {
      await page.keyboard.press("Control+k");
      await page.keyboard.type("attach");
      await page.keyboard.press("Enter");
    }],
  ]) {
    const chooser = page.waitForEvent("filechooser");
    await ask();
    await (await chooser).setFiles({ name, mimeType: "image/jpeg", buffer });
    await page.locator(`[data-file][data-state="kept"]`).filter({ hasText: name }).waitFor();
  }
  assert.deepEqual((await kept()).map((one) => [one.name, one.kind, one.place]), [["board.jpg", "jpeg", questions[0].id], ["second board.jpg", "jpeg", questions[0].id]]);
  await becomes(() => row("board.jpg").first().locator("img").count(), 1, "a picture is shown small");
  await becomes(() => page.evaluate(() => document.activeElement.id), "composer", "one goes on writing");
  await page.getByRole("status").filter({ hasText: "Attached: second board.jpg" }).waitFor();
  await saved(page);
  await look(page, "attached");
  for (const [width, height] of [[800, 600], [683, 384]]) {
    await page.setViewportSize({ width, height });
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
    await page.screenshot({ path: join(pictures, `browser-attached-${width}.png`) });
  }
  await page.setViewportSize({ width: 1366, height: 768 });
  assert.deepEqual(host.wrong, []);
});

test("a picture is pasted while writing, and words that are pasted stay words", async () => {
  const { page } = host;
  await page.keyboard.press("Control+]");
  await page.keyboard.insertText("half a ");
  const bytes = await board("image/png");
  assert.equal(await bring("paste", [{ name: "image.png", type: "image/png", bytes }]), true);
  await page.keyboard.insertText("thought");
  await page.locator('[data-file][data-state="kept"]').waitFor();
  assert.match(await page.locator("[data-file] .name").innerText(), /^Pasted \d\d\.\d\d\.\d\d\.png$/);
  assert.equal(await page.locator("#composer").inputValue(), "half a thought", "what is being written stays");
  assert.equal((await kept()).at(-1).place, questions[1].id);
  assert.equal(await bring("paste", [{ name: "image.png", type: "image/png", bytes }], "a\tb"), false, "a spreadsheet's cells are words");
  assert.equal((await kept()).length, 3);
  await page.keyboard.press("Enter");
  assert.deepEqual(host.wrong, []);
});

test("files are dropped anywhere on the window; what is not taken says why with its name", async () => {
  const { page } = host;
  await page.keyboard.press("Control+]");
  const heic = [...Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1")];
  const plan = [...Buffer.from("1. naïve 計画\n")];
  const dropped = [
    { name: "IMG_0042.HEIC", type: "", bytes: heic },
    { name: "plan.txt", type: "text/plain", bytes: plan },
  ];
  assert.equal(await bring("dragover", dropped), true);
  await page.getByText("Drop to attach to question 3").waitFor();
  await page.screenshot({ path: join(pictures, "browser-attached-drop.png") });
  await bring("drop", dropped);
  await page.getByText("Drop to attach").waitFor({ state: "detached" });
  await page.getByRole("alert").filter({ hasText: /IMG_0042.HEIC.*is a HEIC picture. Attach it as a JPEG instead/ }).waitFor();
  await page.locator('[data-state="kept"]').filter({ hasText: "plan.txt" }).waitFor();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(10_000_001)], "huge.png", { type: "image/png" }));
    document.activeElement.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await page.getByRole("alert").filter({ hasText: '"huge.png" has 10.1 MB. The most is 10 MB; make the picture smaller. Nothing was attached.' }).waitFor();
  await look(page, "attached-refused");
  // It is seen at another question too, and taken away from there.
  await page.keyboard.press("Control+[");
  await page.getByRole("alert").filter({ hasText: /For question 3: .*HEIC/ }).waitFor();
  for (const name of ["IMG_0042.HEIC", "huge.png"]) {
    await press(page, page.getByRole("button", { name: new RegExp(`^Take this line away.*${name}`) }));
    await becomes(() => page.evaluate(() => document.activeElement.id), "composer");
  }
  assert.equal(await page.getByRole("alert").count(), 0);
  await page.keyboard.press("Control+]");
  assert.deepEqual(host.wrong, []);
});

test("on a full disk a file waits for room, under one id", async () => {
  const { page } = host;
  await host.call("test/fail", { calls: 2, code: "disk_full", message: "The disk is full." });
  await bring("drop", [{ name: "later.txt", type: "text/plain", bytes: [97] }]);
  await row("later.txt").getByText("Not saved yet").waitFor();
  await row("later.txt").getByText("The disk is full. It is tried again by itself.").waitFor();
  await page.locator('[data-state="kept"]').filter({ hasText: "later.txt" }).waitFor();
  assert.equal((await kept()).filter((one) => one.name === "later.txt").length, 1);
  assert.deepEqual(host.wrong, []);
});

test("a file is opened large in the page; Esc closes it and the focus goes back", async () => {
  const { page } = host;
  await open();
  await becomes(() => page.locator("[data-file] img").count(), 2, "after a restart pictures are shown small again");
  const button = row("second board.jpg").getByRole("button", { name: /^Open/ });
  await press(page, button);
  const view = page.getByRole("region", { name: "Attached file: second board.jpg" });
  await view.getByRole("img", { name: "second board.jpg" }).waitFor();
  await becomes(() => view.getByRole("img").evaluate((img) => img.naturalWidth), 640);
  await look(page, "attached-open");
  await press(page, view.getByRole("button", { name: "Actual size" }), "Space");
  await becomes(() => view.getByRole("img").evaluate((img) => img.getBoundingClientRect().width), 640);
  await page.keyboard.press("Escape");
  await becomes(() => button.evaluate((element) => element === document.activeElement), true, "the focus goes back");
  assert.equal(await view.isVisible(), false);
  // A cover hides it, and uncovered one writes on.
  await page.keyboard.press("Enter");
  await view.waitFor();
  await page.keyboard.press("Control+Shift+H");
  await page.getByText("Covered.").waitFor();
  assert.equal(await view.isVisible(), false);
  await page.keyboard.press("Escape");
  await becomes(() => page.evaluate(() => document.activeElement.id), "composer");
  await page.keyboard.press("Control+]");
  await page.keyboard.press("Control+]");
  await press(page, row("plan.txt").getByRole("button", { name: /^Open/ }));
  await page.getByText("1. naïve 計画").waitFor();
  await page.keyboard.press("Escape");
  assert.deepEqual(host.wrong, []);
});

test("removing asks in its place, since it is for good", async () => {
  const { page } = host;
  const remove = page.getByRole("button", { name: "Remove later.txt…" });
  await press(page, remove);
  const ask = page.getByRole("group", { name: "Remove later.txt" });
  await ask.getByText("It cannot be brought back.", { exact: false }).waitFor();
  assert.equal(await focused(page).innerText(), "Keep it");
  await look(page, "attached-remove");
  await page.keyboard.press("Escape");
  await becomes(() => remove.evaluate((element) => element === document.activeElement), true);
  await page.keyboard.press("Enter");
  await press(page, ask.getByRole("button", { name: "Remove for good" }));
  await row("later.txt").waitFor({ state: "detached" });
  assert.equal((await kept()).filter((one) => one.name === "later.txt").length, 0);
  await becomes(() => page.evaluate(() => document.activeElement.id), "composer");
  assert.deepEqual(host.wrong, []);
});

test("the review and the submitted scorecard show the files, only for reading", async () => {
  const { page } = host;
  await host.call("tick_set", { interview_id: interview.id, question_id: questions[0].id, target: "indicator", number: 1, state: "heard" });
  await page.keyboard.press("Control+Shift+R");
  const section = page.locator("section").filter({ has: page.getByRole("heading", { name: "Attached files" }) });
  await section.waitFor();
  assert.equal(await section.getByRole("button").count(), 4);
  assert.equal(await section.getByRole("button", { name: /Remove/ }).count(), 0);
  await becomes(() => section.locator("img").count(), 3);
  await press(page, section.getByRole("button", { name: /plan.txt/ }));
  await page.getByText("1. naïve 計画").waitFor();
  await page.keyboard.press("Escape");
  await becomes(() => focused(page).innerText().then((text) => text.includes("plan.txt")), true);
  await look(page, "attached-review");
  await tabTo(page, section.getByRole("link", { name: `question 3, ${questions[2].title}` }));

  await host.call("scorecard_submit", { interview_id: interview.id, recommendation: "yes", reason: "Clear.", anyway: true });
  await page.goto("about:blank");
  await page.goto(`${host.url}#/interview/${interview.id}/scorecard`);
  await page.getByText("Submitted and locked").waitFor();
  await becomes(() => page.getByRole("list", { name: "Files" }).locator("img").count(), 3);
  await press(page, page.getByRole("button", { name: /Open second board.jpg/ }));
  await page.getByRole("img", { name: "second board.jpg" }).waitFor();
  await page.keyboard.press("Escape");
  await look(page, "attached-scorecard");
  assert.deepEqual(host.wrong, []);
});
