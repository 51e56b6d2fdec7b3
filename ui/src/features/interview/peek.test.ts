import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { HOLD, Peek } from "./peek.svelte";

const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({ key, repeat: false, altKey: false, shiftKey: false, ctrlKey: false, metaKey: false, ...more }) as KeyboardEvent;
let peek: Peek;
beforeEach(() => {
  vi.useFakeTimers();
  peek = new Peek();
});
afterEach(() => void vi.useRealTimers());

it("shows_the_anchors_only_after_a_hold", () => {
  peek.down(press("Control"));
  vi.advanceTimersByTime(HOLD - 1);
  expect(peek.held).toBe(false);
  vi.advanceTimersByTime(1);
  expect(peek.held).toBe(true);
});

it("shows_nothing_for_a_chord_pressed_at_once", () => {
  peek.down(press("Control"));
  peek.down(press("z", { ctrlKey: true }));
  vi.advanceTimersByTime(HOLD * 2);
  expect(peek.held).toBe(false);
});

it("goes_on_showing_while_digits_are_tried_and_ends_with_the_key", () => {
  peek.down(press("Control"));
  vi.advanceTimersByTime(HOLD);
  peek.down(press("4", { ctrlKey: true }));
  peek.up(press("4", { ctrlKey: true }));
  expect(peek.held).toBe(true);
  peek.up(press("Control"));
  expect(peek.held).toBe(false);
});

it("takes_AltGraph_for_no_hold", () => {
  peek.down(press("Control"));
  peek.down(press("AltGraph", { ctrlKey: true, altKey: true }));
  vi.advanceTimersByTime(HOLD * 2);
  expect(peek.held).toBe(false);
});

it("ends_when_the_window_is_left", () => {
  peek.down(press("Control"));
  vi.advanceTimersByTime(HOLD);
  peek.end();
  expect(peek.held).toBe(false);
});
