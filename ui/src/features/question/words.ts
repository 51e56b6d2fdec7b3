// What the bank says, in one place.
import type { BankActionKind, Field, Format, Gap, QuestionField } from "../../ipc/contract";

export const FIELD_WORD: Record<QuestionField, string> = {
  section: "Section",
  type: "Type",
  title: "Title",
  prompt: "Prompt",
  competency: "Competency",
  level: "Level",
  tags: "Tags",
  minutes: "Minutes",
  indicators: "Good signals",
  red_flags: "Red flags",
  probes: "Probes",
  anchors: "Rating anchors",
  guidance: "Guidance",
};

/** All but the anchors, of which the sentence says which. */
export const GAP_WORD: Record<Exclude<Gap, "anchors">, string> = {
  competency: "competency",
  minutes: "minutes",
  type: "type",
  indicators: "good signals",
  red_flags: "red flags",
  probes: "probes",
};

/** After "Undo" and "Redo". */
export const ACTION_WORDS: Record<BankActionKind, string> = {
  question_added: "adding a question",
  question_changed: "changing a question",
  question_duplicated: "the copy",
  questions_archived: "putting away",
  questions_restored: "bringing back",
  leak_marked: "the mark “known outside”",
  offer_taken: "taking the pack’s change",
  offer_declined: "declining the pack’s change",
  imported: "the import",
  role_saved: "saving a role",
  kit_archived: "putting away a kit",
};

export const FORMAT_WORD: Record<Format, string> = {
  toml: "Workbench questions (TOML)",
  markdown: "Markdown",
  csv: "Table (CSV)",
  json: "JSON",
};
/** How a file of the format is called. */
export const FORMAT_END: Record<Format, string> = { toml: "toml", markdown: "md", csv: "csv", json: "json" };

/** What a column of a table can be. */
export const COLUMN_WORD: Record<Field, string> = {
  title: "Title",
  prompt: "Prompt",
  section: "Section",
  level: "Level",
  type: "Type",
  competency: "Competency",
  tags: "Tags",
  minutes: "Minutes",
  indicators: "Good signals",
  red_flags: "Red flags",
  probes: "Probes",
  anchor1: "Anchor of level 1",
  anchor2: "Anchor of level 2",
  anchor3: "Anchor of level 3",
  anchor4: "Anchor of level 4",
  anchor5: "Anchor of level 5",
  guidance: "Guidance",
  id: "Id",
};
