import { expect, it } from "vitest";
import { IMPORT_BYTES_MAX } from "./contract";
import { tooLarge } from "./importable";

it("a_file_over_the_limit_is_refused_before_it_is_read", () => {
  expect(tooLarge("a.csv", { size: IMPORT_BYTES_MAX })).toBeNull();
  expect(tooLarge("a.csv", { size: 100_000_000 })).toEqual({ code: "invalid", message: "a.csv has 100.0 MB. The most is 33.6 MB; split it into several files." });
});
