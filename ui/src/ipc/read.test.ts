import { beforeEach, expect, it, vi } from "vitest";

const asked: string[] = [];
let fails = false;
vi.mock("./call", () => ({
  call: async (name: string) => {
    asked.push(name);
    if (fails) throw { code: "locked_store", message: "Locked." };
    return `${name} ${asked.length}`;
  },
}));
const { forgetAhead, read, readAhead } = await import("./read");

beforeEach(() => {
  asked.length = 0;
  fails = false;
  forgetAhead();
});

it("gives_what_was_asked_for_ahead_once", async () => {
  readAhead("today_get", {});
  expect(await read("today_get", {})).toBe("today_get 1");
  expect(await read("today_get", {})).toBe("today_get 2");
});

it("asks_again_where_it_failed", async () => {
  fails = true;
  readAhead("today_get", {});
  fails = false;
  expect(await read("today_get", {})).toBe("today_get 2");
});

it("gives_nothing_old_to_who_comes_after_another_page", async () => {
  readAhead("today_get", {});
  expect(await read("candidate_list", {})).toBe("candidate_list 2");
  expect(await read("today_get", {})).toBe("today_get 3");
  readAhead("today_get", {});
  forgetAhead();
  expect(await read("today_get", {})).toBe("today_get 5");
});
