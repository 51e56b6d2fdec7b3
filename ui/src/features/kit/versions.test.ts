import { expect, it } from "vitest";
import type { KitContent, Question } from "../../ipc/contract";
import { differences } from "./versions";

const question = (id: string, prompt = "") => ({ id, title: `Title ${id}`, prompt }) as Question;
const content = (): KitContent => ({
  kit: {
    id: "k", role_id: "r", title: "Systems", slot_minutes: 45, opening: "Welcome.", closing: "Thank you.",
    questions: [{ question_id: "a", required: true }, { question_id: "b", required: true }, { question_id: "c", required: false }],
  },
  role: { id: "r", title: "Engineer", level: "", competencies: [] },
  questions: [question("a"), question("b"), question("c")],
});
const told = (change: (after: KitContent) => void) => {
  const after = content();
  change(after);
  return differences(content(), after).map(({ what, titles }) => [what, ...titles].join(" / "));
};

it("says_nothing_of_two_that_are_the_same", () => expect(told(() => {})).toEqual([]));

it.each<[string, (after: KitContent) => void, string[]]>([
  ["added", (k) => { k.kit.questions.push({ question_id: "d", required: true }); k.questions.push(question("d")); }, ["Added / Title d"]],
  ["taken out", (k) => { k.kit.questions.shift(); k.questions.shift(); }, ["Taken out / Title a"]],
  ["reworded", (k) => { k.questions[1] = question("b", "else"); }, ["Other words / Title b"]],
  ["optional", (k) => { k.kit.questions[0] = { question_id: "a", required: false }; }, ["Now optional / Title a"]],
  ["required", (k) => { k.kit.questions[2] = { question_id: "c", required: true }; }, ["Now required / Title c"]],
  ["minutes", (k) => { k.kit.questions[0] = { question_id: "a", required: true, minutes: 9 }; }, ["Other minutes / Title a"]],
  ["order", (k) => { k.kit.questions.reverse(); }, ["Another order"]],
  ["sections", (k) => { k.kit.questions[0] = { question_id: "a", required: true, section: "Warm-up" }; }, ["Other sections"]],
  ["slot", (k) => { k.kit.slot_minutes = 60; }, ["60 minutes instead of 45"]],
  ["own questions", (k) => { k.kit.candidate_minutes = 5; }, ["5 minutes for the candidate’s own questions instead of 0"]],
  ["background", (k) => { k.kit.background = "before_interview"; }, ["When the CV may be seen"]],
  ["left out background", (k) => { k.kit.background = "after_submission"; }, []],
  ["words", (k) => { k.kit.opening = "Hello."; k.kit.closing = ""; k.kit.ready = ["paper"]; }, ["The opening", "The closing", "What to have ready"]],
  ["role", (k) => { k.role.level = "senior"; }, ["The role has changed"]],
])("says_what_changed: %s", (_, change, words) => expect(told(change)).toEqual(words));
