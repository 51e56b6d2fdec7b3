import { expect, test } from "vitest";
import { nextStep } from "./planned";

const at = (starts_at: string, state: "planned" | "open" | "over" = "planned") => ({ state, appointment: { starts_at } }) as Parameters<typeof nextStep>[0];
const NOW = new Date("2026-11-25T10:00:00Z");

test("a planned interview is prepared until a quarter of an hour before, and then started", () => {
  expect(nextStep(at("2026-11-25T10:15:01Z"), NOW)).toBe("Prepare");
  expect(nextStep(at("2026-11-25T10:15:00Z"), NOW)).toBe("Start");
  expect(nextStep(at("2026-11-25T09:00:00Z"), NOW)).toBe("Start");
});

test("one that is under way is continued, and one that is over is looked at", () => {
  expect(nextStep(at("2026-11-25T12:00:00Z", "open"), NOW)).toBe("Continue");
  expect(nextStep(at("2026-11-25T09:00:00Z", "over"), NOW)).toBe("Look");
});
