import { expect, it } from "vitest";
import { sizeWords, textOf } from "./picture";

const coded = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

it.each([[1, "1 byte"], [812, "812 bytes"], [1000, "1 kB"], [40_960, "41 kB"], [999_499, "999 kB"], [999_500, "1.0 MB"], [10_000_000, "10.0 MB"]])("says %i as %s", (bytes, words) => expect(sizeWords(bytes)).toBe(words));

it("reads_a_text_of_any_script_up_to_a_limit_and_never_half_a_character", () => {
  const bytes = coded("計画 naïve\n");
  expect(textOf(bytes, 300)).toBe("計画 naïve\n");
  expect(textOf(bytes, 3)).toBe("計");
  expect(textOf(coded("a計画"), 6)).toBe("a計");
  expect(textOf("", 300)).toBe("");
});
