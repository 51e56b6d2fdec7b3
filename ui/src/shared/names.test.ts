import { describe, expect, it } from "vitest";
import { isolate } from "./names";

describe("a name in a sentence", () => {
  it("is_isolated_in_an_attribute", () => expect(`4 Above, ${isolate("דוד")}`).toBe("4 Above, \u2068דוד\u2069"));
});
