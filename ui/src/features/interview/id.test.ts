import { expect, it } from "vitest";
import { newId } from "./id";

it("ids_are_uuids_of_version_7_that_stand_in_the_order_of_time", () => {
  const now = Date.parse("2026-11-22T10:00:00Z");
  const ids = [0, 1, 1000, 86_400_000].map((later) => newId(undefined, now + later));
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(ids.toSorted()).toEqual(ids);
  expect(Number.parseInt(newId(undefined, now).replaceAll("-", "").slice(0, 12), 16)).toBe(now);
  expect(new Set(Array.from({ length: 200 }, () => newId(undefined, now))).size).toBe(200);
});

it("an_id_stands_after_the_last_one_even_if_the_clock_was_set_back", () => {
  const now = Date.parse("2026-11-22T10:00:00Z");
  const ids = [newId(undefined, now)];
  for (const clock of [now, now, now - 3_600_000, now - 3_599_000, now + 5]) ids.push(newId(ids.at(-1), clock));
  expect(ids.toSorted()).toEqual(ids);
});
