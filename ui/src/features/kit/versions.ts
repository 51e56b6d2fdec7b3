// What a version of a kit has that the one before had not, in words.
import type { KitContent, Question } from "../../ipc/contract";

export type Difference = { what: string; titles: string[] };

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

export function differences(before: KitContent, after: KitContent): Difference[] {
  const found: Difference[] = [];
  const tell = (what: string, titles: string[] = []) => found.push({ what, titles });
  const of = (content: KitContent) => new Map(content.questions.map((question) => [question.id, question]));
  const [was, is] = [of(before), of(after)];
  const list = (what: string, questions: Question[]) => questions.length > 0 && tell(what, questions.map((question) => question.title));

  list("Added", after.questions.filter((question) => !was.has(question.id)));
  list("Taken out", before.questions.filter((question) => !is.has(question.id)));
  list("Other words", after.questions.filter((question) => was.has(question.id) && !same(was.get(question.id), question)));
  const place = (content: KitContent, id: string) => content.kit.questions.find((one) => one.question_id === id);
  const both = after.questions.filter((question) => was.has(question.id));
  const differs = (of: (content: KitContent, id: string) => unknown) => both.filter(({ id }) => !same(of(before, id), of(after, id)));
  list("Now required", differs((content, id) => place(content, id)?.required).filter(({ id }) => place(after, id)?.required));
  list("Now optional", differs((content, id) => place(content, id)?.required).filter(({ id }) => !place(after, id)?.required));
  list("Other minutes", differs((content, id) => place(content, id)?.minutes));
  const order = (content: KitContent) => content.kit.questions.map((one) => one.question_id).filter((id) => was.has(id) && is.has(id));
  if (!same(order(before), order(after))) tell("Another order");
  if (differs((content, id) => place(content, id)?.section ?? "").length > 0) tell("Other sections");

  const { kit: old, role: oldRole } = before;
  const { kit, role } = after;
  if (old.title !== kit.title) tell("Another title", [kit.title]);
  if (old.role_id !== kit.role_id) tell("Another role", [role.title]);
  else if (!same(oldRole, role)) tell("The role has changed");
  if (old.slot_minutes !== kit.slot_minutes) tell(`${kit.slot_minutes} minutes instead of ${old.slot_minutes}`);
  if ((old.candidate_minutes ?? 0) !== (kit.candidate_minutes ?? 0)) tell(`${kit.candidate_minutes ?? 0} minutes for the candidate’s own questions instead of ${old.candidate_minutes ?? 0}`);
  if ((old.background ?? "after_submission") !== (kit.background ?? "after_submission")) tell("When the CV may be seen");
  if (old.opening !== kit.opening) tell("The opening");
  if (old.closing !== kit.closing) tell("The closing");
  if (!same(old.ready ?? [], kit.ready ?? [])) tell("What to have ready");
  return found;
}
