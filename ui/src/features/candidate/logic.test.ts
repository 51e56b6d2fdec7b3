import { expect, test } from "vitest";
import { contactWords, isEmpty, folderName } from "./logic";

const NONE = { email: "", phone: "", company: "", title: "", source: "", location: "", links: [], notes: "" };

test("a contact is told in one line, without what is not known", () => {
  expect(contactWords({ ...NONE, company: "Acme", email: "a@example.org", source: "a fair" })).toBe("Acme · a@example.org · from a fair");
});

test("only a contact without anything is empty", () => {
  expect(isEmpty(NONE)).toBe(true);
  expect(isEmpty({ ...NONE, notes: "x" })).toBe(false);
  expect(isEmpty({ ...NONE, links: ["x"] })).toBe(false);
});

test("the folder of a person has a name that every file system takes", () => {
  const named = (name: string) => folderName("2026-11-26", name);
  expect(named("Nguyễn Văn Anh")).toBe("2026-11-26 Nguyễn Văn Anh everything");
  expect(named("Ana J. Ruiz / ../CON: <x>")).toBe("2026-11-26 Ana J Ruiz CON x everything");
  expect(named("प्रिया שתיים")).toBe("2026-11-26 प्रिया שתיים everything");
  expect(named("...")).toBe("2026-11-26 candidate everything");
  expect(named("字".repeat(200)).length).toBeLessThan(90);
});
