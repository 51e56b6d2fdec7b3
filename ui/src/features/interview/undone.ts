// What undoing took back, in a few quiet words.
import type { Action, Change } from "../../ipc/contract";
import { DEVIATION_WORD, ratingWords } from "../../ipc/words";
import { linkWords } from "./logic";

/** "rating 4 Above", "tick +2", "a note kept": what the action was. */
function words(change: Change | undefined, kind: Action["kind"]): string {
  switch (kind) {
    case "typed": return "typing";
    case "entry_kept": return "a note kept";
    case "entry_edited": return "a change of a note";
    case "entry_moved": return "a note moved";
    case "entry_removed": return "a note removed";
    case "entry_restored": return "a note brought back";
  }
  switch (change?.part) {
    case "rating": return change.after ? `rating ${ratingWords(change.after.rating, change.after.unjudged)}` : "rating cleared";
    case "tick": return `${change.after ? "tick" : "tick cleared"} ${linkWords(change)}`;
    case "probe": return change.number === null ? "an unplanned probe" : `probe ${change.number}`;
    case "deviation": return change.after ? DEVIATION_WORD[change.after.kind].toLowerCase() : "mark taken back";
    default: return "";
  }
}

export function undoneWords(action: Action | null, redo: boolean): string {
  if (!action) return redo ? "Nothing to redo here" : "Nothing to undo here";
  return `${redo ? "Done again" : "Undone"}: ${words(action.changes[0], action.kind)}`;
}
