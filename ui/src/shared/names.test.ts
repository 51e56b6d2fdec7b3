import { describe, expect, it } from "vitest";
import { isolate, nameFirst } from "./names";

describe("a name in a sentence", () => {
  it("is_isolated_in_an_attribute", () => expect(`4 Above, ${isolate("דוד")}`).toBe("4 Above, \u2068דוד\u2069"));

  it.each([
    ["דוד כהן: no interview yet.", { name: "דוד כהן", rest: ": no interview yet." }],
    ["Ana: the second: no interview yet.", { name: "Ana: the second", rest: ": no interview yet." }],
    ["These candidates are interviewed for different roles.", { name: "", rest: "These candidates are interviewed for different roles." }],
  ])("is_found_at_the_beginning_of_%s", (sentence, found) => {
    expect(nameFirst(sentence, ["Ana", "Ana: the second", "דוד כהן"])).toEqual(found);
  });
});
