import { expect, it } from "vitest";
import { newId } from "./id";

it("ids_are_uuids_of_version_7_that_stand_in_the_order_of_time", () => {
  const now = Date.parse("2026-11-22T10:00:00Z");
  const ids = [0, 1, 1000, 86_400_000].map((later) => newId(now + later));
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(ids.toSorted()).toEqual(ids);
  expect(Number.parseInt(newId(now).replaceAll("-", "").slice(0, 12), 16)).toBe(now);
  expect(new Set(Array.from({ length: 200 }, () => newId(now))).size).toBe(200);
});
