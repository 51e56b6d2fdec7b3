import { describe, expect, it } from "vitest";
import { advice, adviceOnce } from "./failure";

describe("what to do about a failure", () => {
  it("only_the_saver_promises_to_save_by_itself", () => {
    expect(advice({ code: "storage" })).toContain("saved by itself");
    for (const code of ["storage", "disk_full"]) expect(adviceOnce({ code })).not.toContain("by itself");
  });

  it("is_said_for_every_other_code_alike", () => {
    expect(adviceOnce({ code: "not_found" })).toBe(advice({ code: "not_found" }));
    expect([advice({ code: "of a newer core" }), adviceOnce({ code: "of a newer core" })]).toEqual(["", ""]);
  });

  it("leaves_the_way_out_of_a_conflict_to_the_core_which_knows_it", () => expect(adviceOnce({ code: "conflict" })).toBe("Nothing was changed."));
});
