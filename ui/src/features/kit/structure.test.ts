import { expect, it } from "vitest";
import { standing } from "./structure";

it.each<[boolean, boolean | null, string]>([
  [false, true, "Met"],
  [false, false, "Not met"],
  [false, null, "Not known yet"],
  [true, true, "Declared"],
  [true, false, "Not declared"],
])("declared %s and met %s stands as %s", (declared, met, words) => expect(standing({ declared, met }).words).toBe(words));
