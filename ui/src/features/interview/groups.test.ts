import { expect, it } from "vitest";
import { Groups } from "./groups";

/** Types a text, a key each 50 ms, and says where a new group begins. */
function parts(text: string, groups = new Groups()): string[] {
  const found: { group: number; text: string }[] = [];
  [...text].forEach((key, i) => {
    const group = groups.of(text.slice(0, i + 1), 1000 + i * 50);
    const last = found.at(-1);
    if (last?.group === group) last.text += key;
    else found.push({ group, text: key });
  });
  return found.map((part) => part.text);
}

it("cuts_at_a_word_after_twenty_characters", () => {
  expect(parts("we rolled back in six minutes and told them")).toEqual(["we rolled back in six ", "minutes and told them"]);
  expect(parts("a".repeat(60))).toHaveLength(1);
});

it("cuts_after_a_sentence_where_words_have_no_space_between_them", () => {
  expect(parts("障害の対応を六分で終えてから、原因を全員に説明した。次は再発の防止。")).toEqual(["障害の対応を六分で終えてから、原因を全員に説明した。", "次は再発の防止。"]);
});

it("cuts_after_a_rest_of_a_second", () => {
  const groups = new Groups();
  const first = groups.of("we", 5000);
  expect(groups.of("we ", 5999)).toBe(first);
  expect(groups.of("we r", 6999)).not.toBe(first);
});

it("cuts_where_it_is_told_to", () => {
  const groups = new Groups();
  const first = groups.of("we", 5000);
  groups.next("we");
  expect(groups.of("wer", 5001)).toBe(first + 1);
});
