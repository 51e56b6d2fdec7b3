import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Saver, watch } from "./saver";

let mayClose: () => Promise<boolean> = () => Promise.resolve(false);
vi.mock("#transport", () => ({ transport: { onClosing: async (ask: typeof mayClose) => void (mayClose = ask) } }));
const { guardClosing } = await import("./closing");

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function typed(send: () => Promise<{ at: string }>) {
  const saver = new Saver();
  const leave = watch(saver);
  saver.put({ key: "draft", send, delay: 400 });
  return leave;
}

it("a_window_closed_in_mid_word_waits_for_the_word", async () => {
  const stuck = vi.fn();
  await guardClosing(stuck);
  const send = vi.fn(async () => ({ at: "now" }));
  typed(send)();
  const answer = mayClose();
  await vi.advanceTimersByTimeAsync(10);
  expect(await answer).toBe(true);
  expect(send).toHaveBeenCalledOnce();
  expect(stuck).not.toHaveBeenCalled();
});

it("a_window_that_cannot_save_stays_open_and_asks_after_five_seconds", async () => {
  const stuck = vi.fn();
  await guardClosing(stuck);
  let full = true;
  const leave = typed(async () => {
    if (full) throw { code: "disk_full", message: "Full." };
    return { at: "now" };
  });
  const answer = mayClose();
  await vi.advanceTimersByTimeAsync(4900);
  expect(stuck).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(200);
  expect(await answer).toBe(false);
  expect(stuck.mock.calls).toEqual([[true]]);
  full = false;
  const again = mayClose();
  await vi.advanceTimersByTimeAsync(10);
  expect(await again).toBe(true);
  expect(stuck.mock.calls).toEqual([[true], [false]]);
  leave();
});
