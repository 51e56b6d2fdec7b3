import { beforeEach, expect, it } from "vitest";
import { keep, last } from "./last";

const at = (query: string, page = "compare") => keep([page], new URLSearchParams(query));
beforeEach(() => void (last.query = ""));

it("keeps_who_is_compared_and_in_which_order_until_nobody_is", () => {
  at("ids=a,b&seed=7&view=questions");
  expect(Object.fromEntries(new URLSearchParams(last.query))).toEqual({ ids: "a,b", seed: "7", view: "questions" });
  at("seed=7");
  expect(last.query).toBe("");
});

it("shows_no_names_and_no_evidence_again_by_itself", () => {
  at("ids=a,b&names=1&candidate=a&competency=c&question=q");
  expect([...new URLSearchParams(last.query).keys()]).toEqual(["ids"]);
});

it("hears_nothing_of_another_page", () => {
  at("ids=a,b");
  at("id=q1", "questions");
  expect(new URLSearchParams(last.query).get("ids")).toBe("a,b");
});
