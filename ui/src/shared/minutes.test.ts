import { expect, it } from "vitest";
import { minutesOf } from "./minutes";

it.each([
  ["", 0],
  [" 15 ", 15],
  ["480", 480],
  ["481", null],
  ["-5", null],
  ["1.5", null],
  ["ten", null],
])("reads_%j_as_minutes", (text, minutes) => expect(minutesOf(text)).toBe(minutes));
