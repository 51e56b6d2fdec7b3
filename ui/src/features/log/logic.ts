import type { Act, LogCard, LogVerified } from "../../ipc/contract";

/** What was done, as the list says it. A new act fails the type check here. */
export const ACT: Record<Act, string> = {
  scorecard_submit: "submitted a scorecard",
  scorecard_amend: "amended a scorecard",
  reveal: "saw others’ scorecards for the first time",
  decision_make: "made a decision",
  decision_change: "changed a decision",
  packet_export: "exported a packet",
  comparison_export: "exported a comparison",
  scorecard_export: "exported scorecards",
  scorecard_import: "imported scorecards",
  candidate_import: "imported candidates",
  candidate_change: "corrected a candidate’s name or role",
  interviewer_rename: "corrected their own name",
  calendar_import: "imported a calendar",
  question_import: "imported questions",
  import_undo: "undid an import",
  names_reveal: "had names shown in a comparison",
  protection_begin: "protected the data",
  passphrase_change: "set or changed the passphrase",
  passphrase_remove: "took the passphrase away",
  keychain_add: "gave the key to the keychain",
  keychain_remove: "took the key out of the keychain",
  recovery_key_make: "had a new recovery key made",
  unlock_fail: "or somebody else: a wrong passphrase or recovery key",
  backup_create: "made a backup",
  backup_restore: "restored a backup",
  store_rescue: "rescued what could be read of a damaged database",
  hold_set: "set a legal hold",
  hold_lift: "lifted a legal hold",
  retention_set: "chose or changed the retention rule",
  access_export: "exported everything about a person",
  candidate_erase: "erased a candidate",
  team_figures: "turned a round’s team figures on or off",
};
export const ACTS = Object.keys(ACT) as Act[];

/** Of whom a line says nothing else. */
export const gone = (people: number): string => (people === 1 ? "someone who was erased" : `${people} people who were erased`);

/** Lines that match: by what was done, and by a part of who did it or about whom; case does not matter. */
export function matching(lines: LogCard[], act: Act | "", text: string): LogCard[] {
  const wanted = text.trim().toLocaleLowerCase();
  return lines.filter((card) => (act === "" || card.line.act === act) && (wanted === "" || [card.actor ?? "", ...card.candidates, card.erased > 0 ? gone(card.erased) : ""].some((name) => name.toLocaleLowerCase().includes(wanted))));
}

/** What the check found. */
export function verdict(found: LogVerified): string {
  if (found.broken) return `Broken at line ${found.broken.sequence} of ${found.lines}. ${found.broken.words}`;
  return found.lines === 0 ? "Nothing is logged yet." : `Whole: ${found.lines === 1 ? "the one line follows" : `all ${found.lines} lines follow`} from the first.`;
}
