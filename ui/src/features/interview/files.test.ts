import { describe, expect, it } from "vitest";
import { brings, fitting, isEmpty, pasted } from "./files";

const data = (text: string, ...names: string[]) => ({ types: names.length > 0 ? ["Files"] : ["text/plain"], files: names.map((name) => new File(["x"], name)), getData: () => text }) as unknown as DataTransfer;
const names = (of: DataTransfer | null) => pasted(of, "14:02:07").map(({ name }) => name);

describe("what is pasted", () => {
  it("is_called_by_its_time_when_it_has_no_name", () => expect(names(data("", "image.png", "board.jpg"))).toEqual(["Pasted 14.02.07.png", "board.jpg"]));
  it("is_words_where_there_are_words", () => expect(names(data("a\tb", "image.png"))).toEqual([]));
  it("is_asked_of_the_shell_only_where_the_page_is_told_of_nothing", () => expect([data(""), data("words"), data("", "a.png"), null].map(isEmpty)).toEqual([true, false, false, false]));
  it("may_be_nothing", () => expect([names(null), names(data("words"))]).toEqual([[], []]));
});

it("knows_files_from_text_that_is_dragged", () => expect([brings(data("", "a.png")), brings(data("words")), brings(null)]).toEqual([true, false, false]));

it("shortens_a_name_in_its_middle", () => {
  const long = fitting(`${"計".repeat(230)}.jpeg`);
  expect([[...long].length, long.endsWith("計.jpeg"), fitting("board.png")]).toEqual([200, true, "board.png"]);
});
