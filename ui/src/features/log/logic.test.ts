import { expect, it } from "vitest";
import type { LogCard, LogVerified } from "../../ipc/contract";
import { ACT, ACTS, gone, matching, verdict } from "./logic";

const card = (act: string, actor: string | null, ...candidates: string[]) => ({ line: { act }, actor, candidates, erased: act === "candidate_erase" ? 1 : 0 }) as unknown as LogCard;
const lines = [card("reveal", "Ida", "Ana Ruiz"), card("packet_export", "Jan", "山田太郎"), card("packet_export", null)];
const found = (of: number, broken: LogVerified["broken"] = null): LogVerified => ({ lines: of, last: null, broken });

it("lines_are_found_by_what_was_done_who_did_it_and_about_whom", () => {
  expect(matching(lines, "", "")).toEqual(lines);
  expect(matching(lines, "packet_export", "")).toEqual(lines.slice(1));
  expect(matching(lines, "", " RUIZ")).toEqual([lines[0]]);
  expect(matching(lines, "packet_export", "山田")).toEqual([lines[1]]);
  expect(matching(lines, "reveal", "jan")).toEqual([]);
});

it("of_someone_who_was_erased_a_line_says_that_and_no_name", () => {
  const line = card("candidate_erase", "Ida");
  expect([gone(1), gone(3)]).toEqual(["someone who was erased", "3 people who were erased"]);
  expect(matching([...lines, line], "", "erased")).toEqual([line]);
  expect(ACT[line.line.act]).toBe("erased a candidate");
});

it("the_check_says_whole_or_names_the_first_broken_line", () => {
  expect(verdict(found(0))).toBe("Nothing is logged yet.");
  expect(verdict(found(1))).toBe("Whole: the one line follows from the first.");
  expect(verdict(found(7))).toBe("Whole: all 7 lines follow from the first.");
  expect(verdict(found(7, { sequence: 3, fault: "changed", words: "This line was changed after it was written.", subject: null }))).toBe("Broken at line 3 of 7. This line was changed after it was written.");
});

it("every_act_has_words", () => expect(ACTS.every((act) => ACT[act].length > 5)).toBe(true));
