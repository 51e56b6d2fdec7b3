import { expect, test } from "vitest";
import { contactWords, isEmpty } from "./logic";

const NONE = { email: "", phone: "", company: "", title: "", source: "", location: "", links: [], notes: "" };

test("a contact is told in one line, without what is not known", () => {
  expect(contactWords({ ...NONE, company: "Acme", email: "a@example.org", source: "a fair" })).toBe("Acme · a@example.org · from a fair");
});

test("only a contact without anything is empty", () => {
  expect(isEmpty(NONE)).toBe(true);
  expect(isEmpty({ ...NONE, notes: "x" })).toBe(false);
  expect(isEmpty({ ...NONE, links: ["x"] })).toBe(false);
});
