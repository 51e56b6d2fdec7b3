import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Role } from "../../ipc/contract";

const sent: [string, { role?: Role; role_id?: string }][] = [];
let refuse = false;
vi.mock("../../ipc/call", () => ({
  call: async (name: string, request: { role?: Role; role_id?: string }) => {
    sent.push([name, structuredClone(request)]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (refuse) throw { code: "invalid", message: "Not so." };
    const at = "2026-11-22T10:17:03Z";
    const id = request.role?.id || request.role_id || "given";
    return name === "role_save" ? { role: { ...request.role, id, title: request.role?.title.trim() }, at } : { role_id: id, at };
  },
}));
const { Drafting } = await import("./drafting.svelte");
const { blankRole } = await import("./role");
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const base = (): Role => ({ ...blankRole(), id: "known", title: "Engineer" });

beforeEach(() => {
  vi.useFakeTimers();
  sent.length = 0;
  refuse = false;
});
afterEach(() => void vi.useRealTimers());

it("a_new_role_is_given_its_id_once_and_kept_under_it_from_then_on", async () => {
  const created: string[] = [];
  const desk = new Drafting(null, null, (id) => created.push(id));
  desk.role.title = "P";
  desk.keep();
  await pass(402); // on its way
  desk.role.title = "Platform";
  desk.keep();
  await pass(1000);
  expect(sent.map(([name, { role }]) => [name, role?.id, role?.title])).toEqual([
    ["role_draft_save", "", "P"],
    ["role_draft_save", "given", "Platform"],
  ]);
  expect(created).toEqual(["given"]);
});

it("what_is_typed_is_sent_before_the_role_is_saved_and_a_refused_one_stands_as_it_was_written", async () => {
  const desk = new Drafting(base(), null);
  desk.role.title = "Engineer ";
  desk.keep();
  refuse = true;
  const saved = desk.commit();
  await pass(100);
  expect(await saved).toBe(false);
  expect([desk.role.title, desk.failure?.message, desk.changed]).toEqual(["Engineer ", "Not so.", true]);
  refuse = false;
  const again = desk.commit();
  await pass(100);
  expect(await again).toBe(true);
  expect([desk.role.title, desk.changed, desk.saved !== ""]).toEqual(["Engineer", false, true]);
  expect(sent.map(([name]) => name)).toEqual(["role_draft_save", "role_save", "role_save"]);
});

it("what_is_discarded_is_not_sent_any_more_and_the_role_is_as_it_was_saved", async () => {
  const desk = new Drafting(base(), { role: { ...base(), title: "Half" }, reason: "Ops grew.", is_new: false, saved_at: "2026-11-22T10:17:03Z" });
  expect([desk.role.title, desk.reason, desk.changed]).toEqual(["Half", "Ops grew.", true]);
  desk.role.title = "Spoilt";
  desk.keep();
  const done = desk.discard();
  await pass(1000);
  expect(await done).toBe(true);
  expect(sent.map(([name, { role_id }]) => [name, role_id])).toEqual([["role_draft_discard", "known"]]);
  expect([desk.role.title, desk.reason, desk.changed]).toEqual(["Engineer", "", false]);
});

it("a_competency_keeps_its_key_when_it_moves_and_a_role_keeps_five_to_eight", () => {
  const desk = new Drafting(null, null);
  const [first, second] = desk.keys;
  expect(desk.move(0, -1)).toBeNull();
  expect(desk.move(0, 1)).toBe(first);
  expect(desk.keys.slice(0, 2)).toEqual([second, first]);
  expect(desk.remove(0)).toBeNull();
  for (let n = 0; n < 3; n++) expect(desk.add(1)).not.toBeNull();
  expect(desk.add(1)).toBeNull();
  expect(desk.role.competencies).toHaveLength(8);
  expect(desk.remove(7)).toBe(desk.keys[6]);
});
