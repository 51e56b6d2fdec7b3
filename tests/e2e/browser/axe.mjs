// Looks at a screen with axe-core, light and dark, and takes its picture.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pictures } from "./host.mjs";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Fails with what axe found on this screen, in either theme. */
export async function look(page, screen) {
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    // A colour that is still on its way is none to judge.
    await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== "running"));
    await page.screenshot({ path: join(pictures, `browser-${screen}-${colorScheme}.png`) });
    await page.evaluate(source);
    const { violations } = await page.evaluate(() => window.axe.run(document, { preload: false, resultTypes: ["violations"] }));
    const found = violations.flatMap((v) => v.nodes.map((node) => `${v.id} (${v.impact}): ${node.target.join(" ")}: ${node.failureSummary}`));
    assert.deepEqual(found, [], `${screen}, ${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: "light" });
}
