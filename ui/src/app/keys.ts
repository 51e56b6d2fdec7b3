// The keys of every screen but the live interview, which has its own table, as the sheet of keys shows them.
import { ANYWHERE, CONFIRM_MEANS } from "../shared/anywhere";

export const GROUPS = [
  { name: "Every screen", keys: [...ANYWHERE.map(({ keys, words }) => ({ keys, words })), { keys: ["F1"], words: "These keys" }] },
  {
    name: "Today and Candidates",
    keys: [
      { keys: ["N"], words: "To the name of a new candidate" },
      { keys: ["P"], words: "On Today: a practice interview" },
      { keys: ["Esc"], words: "Out of the field" },
    ],
  },
  {
    name: "Questions",
    keys: [
      { keys: ["/"], words: "To the search" },
      { keys: ["J"], words: "Next question" },
      { keys: ["K"], words: "The one before" },
      { keys: ["N"], words: "Write a new one" },
    ],
  },
  {
    name: "Candidate and Compare",
    keys: [
      { keys: ["D"], words: "To the debrief" },
      { keys: ["←", "↑", "→", "↓"], words: "From cell to cell" },
      { keys: ["Enter"], words: "What stands behind a cell" },
      { keys: ["Esc"], words: "Close it" },
    ],
  },
  { name: "Review", keys: [{ keys: CONFIRM_MEANS.keys, words: "Confirm all means" }] },
  {
    name: "Drills",
    keys: [
      { keys: ["Mod", "1 – 5"], words: "Rate the answer" },
      { keys: ["Mod", "Enter"], words: "The next answer" },
    ],
  },
  {
    name: "Text fields",
    keys: [
      { keys: ["Mod", "Z"], words: "Undo what was typed" },
      { keys: ["Mod", "Shift", "Z"], words: "Type it again" },
    ],
  },
];
