// Backups and the rescue, by keyboard alone.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { look } from "./axe.mjs";
import { start } from "./host.mjs";
import { press, tabTo } from "./keyboard.mjs";

const ROLE = "senior-python/senior-python-developer";

describe("backups", () => {
  let host, data;
  before(async () => {
    host = await start();
    data = join(dirname(host.saves), "data");
    await host.call("interviewer_set", { name: "Ana Ruiz" });
    await host.call("candidate_add", { name: "Nguyễn Văn Anh", role_id: ROLE });
    await host.page.reload();
  });
  after(() => host?.stop());

  const button = (name) => host.page.getByRole("button", { name }).first();
  const heading = (name, level = 1) => host.page.getByRole("heading", { name, level }).waitFor();

  test("Settings leads to them, and one is made and checked", async () => {
    const { page } = host;
    await page.getByRole("heading", { name: "Today", level: 1 }).waitFor();
    await press(page, page.getByRole("link", { name: "Settings" }));
    await heading("Settings");
    await press(page, page.getByRole("link", { name: "Make, check and restore backups" }));
    await heading("Backups");
    await button("Choose a folder").waitFor();
    await press(page, button("Back up now"));
    await page.getByRole("status").getByText("Backup made and checked: 1 candidate,").waitFor();
    await page.getByText("made when you asked").waitFor();
    await press(page, button("Check the data"));
    await page.getByRole("status").getByText("The data is whole: 1 candidate,").waitFor();
    await look(page, "backups");
  });

  test("a folder of one's choice gets copies, and one that is not there is a quiet line", async () => {
    const { page } = host;
    await press(page, button("Choose a folder"));
    await page.getByText("Each backup is copied to").waitFor();
    await press(page, button("Back up now"));
    // The one of the day may be made meanwhile.
    await page.getByText(/made when you asked .*here and in the folder/).first().waitFor();
    const { backups } = await host.call("backup_list");
    const copied = backups.filter((one) => one.place === "chosen").map((one) => one.name);
    assert.ok(copied.length > 0 && copied.every((name) => readdirSync(host.saves).includes(name)), copied.join());
    await press(page, button("Stop copying"));
    await page.getByText("survive the loss of this laptop").waitFor();
  });

  test("a restore shows what would change, can be cancelled, and keeps what was there", async () => {
    const { page } = host;
    await host.call("candidate_add", { name: "مريم حداد", role_id: ROLE });
    // Two lines of the log after the newest backup.
    const there = (await host.call("candidate_list")).candidates.map((one) => one.candidate.id);
    for (const id of there) await host.call("names_reveal", { candidate_ids: [id] });
    await tabTo(page, button(/^Restore…/));
    await page.keyboard.press("Enter");
    await heading(/^Restore the backup of/, 2);
    await page.getByText("only here, would be gone").waitFor();
    await page.getByText(/^No line of the log is lost: the \d+ that came after the backup are carried over\.$/).waitFor();
    const before = await host.call("log_list", { limit: 500 });
    await look(page, "backups-restoring");
    await page.setViewportSize({ width: 800, height: 700 });
    await look(page, "backups-narrow");
    await page.setViewportSize({ width: 1280, height: 820 });
    await press(page, button("Cancel"));
    await page.waitForFunction(() => document.activeElement?.matches("[data-restore]"));
    await page.keyboard.press("Enter");
    await heading(/^Restore the backup of/, 2);
    await press(page, button("Restore this backup"));
    await page.getByText(/The backup is restored\..*No line of the log is lost/).waitFor();
    const after = await host.call("log_list", { limit: 500 });
    assert.deepEqual(after.lines.slice(1).map((one) => one.line), before.lines.map((one) => one.line), "every line that was there, then the restore");
    assert.equal(after.lines[0].line.act, "backup_restore");
    assert.equal((await host.call("log_verify")).broken, null);
    await page.getByText("before a restore").waitFor();
    await look(page, "backups-restored");
    const { candidates } = await host.call("candidate_list");
    assert.deepEqual(candidates.map((one) => one.candidate.name), ["Nguyễn Văn Anh"]);
  });

  test("a bad backup is refused beside what to do", async () => {
    const { page } = host;
    const { backups } = await host.call("backup_list");
    const file = join(data, "backups", backups[0].name);
    const good = readFileSync(file);
    const bad = Buffer.from(good);
    bad[9000] ^= 1;
    writeFileSync(file, bad);
    await press(page, button(/^Check the backup/));
    await page.getByRole("alert").getByText("is damaged: it is cut off, or parts of it were changed").waitFor();
    writeFileSync(file, good);
  });

  test("a damaged database opens the rescue, which brings back what can be read", async () => {
    const { page } = host;
    const file = join(data, "workbench.db");
    const bytes = readFileSync(file);
    bytes[Math.floor(bytes.length / 8192) * 4096 + 1000] ^= 1; // in the middle: the questions
    writeFileSync(file, bytes);
    await press(page, button("Check the data"));
    await page.getByRole("alert").getByText("The database is damaged").waitFor();
    await press(page, button("See what can be rescued"));
    await heading("Your data could not be opened");
    await button("See what can be read").waitFor();
    await look(page, "rescue");
    await press(page, button("See what can be read"));
    // Each page that cannot be read costs an opening, which is slow in a build without optimisation.
    await button("Go on with what can be read").waitFor({ timeout: 120_000 });
    await look(page, "rescue-read");
    await page.setViewportSize({ width: 800, height: 700 });
    await look(page, "rescue-narrow");
    await page.setViewportSize({ width: 1280, height: 820 });
    await press(page, button("Go on with what can be read"));
    await page.getByText("Your data opens again: 1 candidate").waitFor({ timeout: 120_000 });
    await look(page, "rescue-done");
    await press(page, button("Go on"));
    await heading("Backups");
    assert.equal((await host.call("candidate_list")).candidates.length, 1);
    assert.deepEqual(host.wrong, []);
  });
});

describe("the backup of the day", () => {
  test("is made by itself, and Today says so in a line", async () => {
    const host = await start();
    try {
      const { page } = host;
      await host.call("interviewer_set", { name: "Ana Ruiz" });
      await host.call("candidate_add", { name: "Jan Kowalski", role_id: ROLE });
      await page.reload();
      await page.getByText(/^\s*Last backup today/).waitFor({ timeout: 30_000 });
      await look(page, "today-backup");
      const { backups } = await host.call("backup_list");
      assert.deepEqual(backups.map((one) => one.kind), ["daily"]);
      assert.deepEqual(host.wrong, []);
    } finally {
      await host.stop();
    }
  });
});
