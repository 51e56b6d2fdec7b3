// The preview beside the export: the very pages that are written, turned by keyboard.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { after, before, describe, test } from "node:test";
import { join } from "node:path";
import { look } from "./axe.mjs";
import { pictures, start } from "./host.mjs";
import { becomes, press } from "./keyboard.mjs";

/**
 * How far two pictures are from each other, and from each other moved by two dots of the small size in which both are
 * looked at: there, how an edge is smoothed no longer counts. 0 is alike.
 */
const compare = ([svg, png]) => {
  const [width, height] = [397, 561];
  const drawn = (source) => new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => {
      const context = Object.assign(document.createElement("canvas"), { width, height }).getContext("2d");
      context.imageSmoothingQuality = "high";
      // The sheet is white; the picture has only what is on it.
      context.fillStyle = "#fff";
      context.fillRect(0, 0, width, height);
      context.drawImage(image, 0, 0, width, height);
      resolve(context.getImageData(0, 0, width, height).data);
    };
    image.onerror = () => reject(new Error("the picture cannot be read"));
    image.src = source;
  });
  const far = (a, b, by) => {
    let sum = 0;
    for (let at = 0; at + by * 4 < a.length; at += 4) sum += Math.abs(a[at + 1] - b[at + by * 4 + 1]);
    return sum / (a.length / 4);
  };
  return Promise.all([drawn(`data:image/svg+xml,${encodeURIComponent(svg)}`), drawn(`data:image/png;base64,${png}`)]).then(([a, b]) => ({ straight: far(a, b, 0), moved: far(a, b, 2) }));
};

describe("the preview of what is written", () => {
  let host, folder, candidate;
  before(async () => {
    host = await start({ demo: true, viewport: { width: 1366, height: 768 } });
    folder = mkdtempSync(join(tmpdir(), "workbench-preview-"));
    const { candidates } = await host.call("candidate_list");
    candidate = candidates.find(({ submitted }) => submitted > 0).candidate.id;
  });
  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await host?.stop();
  });

  test("each page of the preview is the page of the file", { skip: spawnSync("pdftoppm", ["-v"]).error ? "pdftoppm is not there (apt install poppler-utils)" : false }, async () => {
    await host.page.goto(`${host.url}#/candidate/${candidate}`);
    await host.page.getByText(/\d+ pages?, \d+ scorecards?/).waitFor();
    await press(host.page, host.page.getByRole("button", { name: "Export packet" }));
    await host.page.getByText(/^Saved .*\.pdf$/).waitFor();
    const path = join(host.saves, readdirSync(host.saves)[0]);
    const { pages } = await host.call("packet_check", { candidate_id: candidate, paper: "a4" });
    assert.equal(spawnSync("pdftoppm", ["-r", "192", "-png", path, join(folder, "page")]).status, 0);
    await press(host.page, host.page.getByRole("button", { name: "Preview" }));
    const preview = host.page.getByRole("region", { name: "Preview" });
    for (let page = 1; page <= pages; page++) {
      await preview.getByRole("status").filter({ hasText: `Page ${page} of ${pages}` }).waitFor();
      // A picture for itself says how large it is, and in which language it is drawn.
      const svg = await preview.getByRole("img").evaluate((drawn) => {
        const { width, height } = drawn.viewBox.baseVal;
        drawn.setAttribute("width", width / 100);
        drawn.setAttribute("height", height / 100);
        return new XMLSerializer().serializeToString(drawn);
      });
      const png = readFileSync(join(folder, `page-${String(page).padStart(String(pages).length, "0")}.png`)).toString("base64");
      const { straight, moved } = await host.page.evaluate(compare, [svg, png]);
      assert.ok(straight * 1.5 < moved, `page ${page}: ${straight.toFixed(2)} apart, and ${moved.toFixed(2)} when moved by two dots`);
      if (page < pages) await press(host.page, preview.getByRole("button", { name: "Next page" }));
    }
    await press(host.page, host.page.getByRole("button", { name: "Preview" }));
    await preview.waitFor({ state: "detached" });
  });

  test("its pages are turned by keyboard, and it follows what is left out", async () => {
    const { page } = host;
    await page.goto(`${host.url}#/candidate/${candidate}`);
    await page.getByText(/\d+ pages?, \d+ scorecards?/).waitFor();
    const show = page.getByRole("button", { name: "Preview" });
    await press(page, show);
    const preview = page.getByRole("region", { name: "Preview" });
    const where = preview.getByText(/^Page \d+ of \d+$/);
    await preview.getByRole("img").waitFor();
    const total = Number((await where.innerText()).split(" of ")[1]);
    assert.equal(await where.innerText(), `Page 1 of ${total}`);
    assert.ok(await preview.getByRole("img").evaluate((image) => image.getBBox().width > 40_000), "the picture is drawn");
    await look(page, "preview");
    await press(page, preview.getByRole("button", { name: "Next page" }));
    await becomes(() => where.innerText(), `Page 2 of ${total}`);
    await page.keyboard.press("End");
    await becomes(() => where.innerText(), `Page ${total} of ${total}`);
    assert.equal(await preview.getByRole("button", { name: "Next page" }).getAttribute("aria-disabled"), "true");
    await page.keyboard.press("PageUp");
    await becomes(() => where.innerText(), `Page ${total - 1} of ${total}`);
    await press(page, preview.getByText("The words of this page"));
    await preview.getByText("The data in this file: SHA-256").waitFor();

    await page.getByText("Leave parts out").click();
    await page.getByRole("checkbox", { name: "Scorecards, question by question" }).press("Space");
    await page.waitForFunction((before) => {
      const found = /Page (\d+) of (\d+)/.exec(document.querySelector("[aria-label=Preview]").textContent);
      return found && Number(found[2]) < before && Number(found[1]) <= Number(found[2]);
    }, total);
    await page.setViewportSize({ width: 800, height: 600 });
    await preview.getByRole("img").scrollIntoViewIfNeeded();
    await page.screenshot({ path: join(pictures, "browser-preview-800.png") });
    assert.ok(await page.evaluate(() => document.querySelector("main").scrollWidth <= document.querySelector("main").clientWidth), "nothing runs out of the page");
    await press(page, show);
    await preview.waitFor({ state: "detached" });
    assert.deepEqual(host.wrong, []);
  });

  test("a comparison and a guide are looked at likewise", async () => {
    const { candidates } = await host.call("candidate_list");
    const ids = candidates.filter(({ submitted }) => submitted > 0).map((card) => card.candidate.id);
    const { kits } = await host.call("kit_list");
    for (const of of [{ comparison: { candidate_ids: ids } }, { guide: { kit_id: kits[0].id } }]) {
      const { outlines, letters, text, page } = await host.call("preview_get", { of, page: 1, paper: "letter" });
      assert.equal(page, 1);
      assert.ok(outlines.length > 20 && letters.length > 1 && text.includes("Page 1 of "), text);
    }
    const nobody = { guide: { kit_id: "senior-python/none" } };
    await assert.rejects(host.call("preview_get", { of: nobody, page: 1 }), /not_found/);
  });
});
