import { describe, expect, it } from "vitest";
import { parse, to } from "./route.svelte";

describe("addresses", () => {
  it.each([
    ["", [], {}],
    ["#/", [], {}],
    ["#/today", ["today"], {}],
    ["#/interview/0192/scorecard", ["interview", "0192", "scorecard"], {}],
    ["#/compare?ids=a,b", ["compare"], { ids: "a,b" }],
    ["#/candidate/%E0%A4%A", ["candidate", "%E0%A4%A"], {}],
  ])("reads_%s", (hash, path, query) => {
    const route = parse(hash);
    expect(route.path).toEqual(path);
    expect(Object.fromEntries(route.query)).toEqual(query);
  });

  it("writes_what_it_reads_back", () => {
    const route = parse(to(["candidate", "a/b ü"], { ids: "a,b", empty: "" }));
    expect(route.path).toEqual(["candidate", "a/b ü"]);
    expect([...route.query]).toEqual([["ids", "a,b"]]);
  });
});
