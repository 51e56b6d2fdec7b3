import { expect, it } from "vitest";
import type { Action } from "../../ipc/contract";
import { undoneWords } from "./undone";

const rating = (after: 4 | "not_asked" | null): Action => ({ kind: "rating", changes: [{ part: "rating", before: null, after: after && { rating: after, unjudged: null } }] });
const tick = (after: "heard" | null): Action => ({ kind: "tick", changes: [{ part: "tick", question_id: "q", target: "red_flag", number: 2, before: null, after }] });

it.each<[Action | null, boolean, string]>([
  [rating(4), false, "Undone: rating 4 Above"],
  [rating("not_asked"), true, "Done again: rating Not asked"],
  [{ kind: "rating", changes: [{ part: "rating", before: null, after: { rating: "could_not_judge", unjudged: "out_of_time" } }] }, false, "Undone: rating Could not judge, out of time"],
  [rating(null), false, "Undone: rating cleared"],
  [tick("heard"), false, "Undone: tick !2"],
  [tick(null), false, "Undone: tick cleared !2"],
  [{ kind: "probe", changes: [{ part: "probe", number: null, before: 0, after: 1 }] }, false, "Undone: an unplanned probe"],
  [{ kind: "deviation", changes: [{ part: "deviation", before: null, after: { kind: "skipped", reason: "" } }] }, false, "Undone: dropped"],
  [{ kind: "typed", changes: [] }, false, "Undone: typing"],
  [null, false, "Nothing to undo here"],
  [null, true, "Nothing to redo here"],
])("%j", (action, redo, words) => expect(undoneWords(action, redo)).toBe(words));
