import { describe, expect, it } from "vitest";
import { advice, adviceOnce, asFailure, fieldIn } from "./failure";

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

describe("the field that a failure speaks of", () => {
  it("comes_with_it_and_is_named_from_the_part_that_a_form_holds", () => {
    const failure = asFailure({ code: "invalid", message: "The title is empty.", field: "role.title" });
    expect(fieldIn(failure, "role")).toBe("title");
    expect(fieldIn(failure)).toBe("role.title");
    expect([fieldIn(failure, "kit"), fieldIn(null, "role"), fieldIn({ code: "bug", message: "" })]).toEqual(["", "", ""]);
  });
});
