import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Attachment } from "../../ipc/contract";

type Sent = [name: string, request: Record<string, unknown>];
const sent: Sent[] = [];
let answer: (name: string, request: Record<string, unknown>) => unknown = () => undefined;
vi.mock("../../ipc/call", () => ({
  call: async (name: string, request: Record<string, unknown>) => {
    sent.push([name, request]);
    return answer(name, request);
  },
}));
vi.mock("../../ipc/picture", async (real) => ({ ...(await real<object>()), base64: (file: Blob) => (file.size === 13 ? Promise.reject(new Error("gone")) : file.text()), small: async () => "small" }));
const { Attachments } = await import("./attachments.svelte");

const at = "2026-11-22T10:17:03Z";
const kept: Attachment = { id: "old", place: "a", name: "plan.txt", kind: "text", size: 12, sha256: "", added_at: at };
const fine = (name: string, request: Record<string, unknown>): unknown =>
  name === "attachment_add" ? { at, attachment: { ...kept, id: request.attachment_id, place: request.place, name: request.name, kind: "png", size: 3 } } : { at };
let told = "";
const open = () => new Attachments({ id: "i", attachments: [kept] }, (words) => (told = words));
const file = (text: string, type = "text/plain") => new File([text], "board.png", { type });
const states = (files: InstanceType<typeof Attachments>) => files.files.map(({ name, state }) => `${name} ${state}`);
const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  sent.length = 0;
  answer = fine;
});
afterEach(() => vi.useRealTimers());

describe("an attached file", () => {
  it("stands_on_screen_at_once_and_is_kept_when_the_store_says_so", async () => {
    const files = open();
    files.add("b", [{ name: "board.png", file: file("abc"), size: 3 }]);
    expect(states(files)).toEqual(["plan.txt kept", "board.png saving"]);
    await wait(10);
    expect(states(files)).toEqual(["plan.txt kept", "board.png kept"]);
    expect([files.files[1]?.kind, files.files[1]?.size, told]).toEqual(["png", 3, "Attached: board.png"]);
    expect(sent[0]?.[1]).toMatchObject({ interview_id: "i", place: "b", name: "board.png", bytes: "abc" });
  });

  it("is_sent_again_under_its_id_when_the_disk_is_full_and_nothing_is_asked", async () => {
    let full = true;
    answer = (name, request) => {
      if (full) throw { code: "disk_full", message: "The disk is full." };
      return fine(name, request);
    };
    const files = open();
    files.add("b", [{ name: "board.png", file: file("abc"), size: 3 }]);
    await wait(10);
    expect([states(files)[1], files.save.failure?.code]).toEqual(["board.png saving", "disk_full"]);
    full = false;
    await wait(1000);
    expect([states(files)[1], files.save.failure]).toEqual(["board.png kept", null]);
    expect(new Set(sent.map(([, request]) => request.attachment_id)).size).toBe(1);
    expect(sent.length).toBe(2);
  });

  it("that_is_refused_stays_with_the_reason_wherever_one_is", async () => {
    answer = () => {
      throw { code: "invalid", message: "\"a.heic\" is a HEIC picture." };
    };
    const files = open();
    files.add("b", [{ name: "a.heic", file: file("abc"), size: 3 }]);
    await wait(10);
    expect(files.at("elsewhere").map(({ name, why }) => [name, why?.message])).toEqual([["a.heic", "\"a.heic\" is a HEIC picture."]]);
    files.dismiss(files.files[1]?.id ?? "");
    expect(states(files)).toEqual(["plan.txt kept"]);
  });

  it("can_be_sent_again_after_another_was_removed", async () => {
    answer = () => {
      throw { code: "conflict", message: "This interview has 20 attachments." };
    };
    const files = open();
    files.add("b", [{ name: "board.png", file: file("abc"), size: 3 }]);
    await wait(10);
    expect(states(files)[1]).toBe("board.png refused");
    answer = fine;
    files.again(files.files[1]?.id ?? "");
    await wait(10);
    expect(states(files)[1]).toBe("board.png kept");
  });

  it("that_is_far_too_large_is_not_even_read", async () => {
    const files = open();
    files.add("a", [{ name: "film.mov", file: null, size: 2_000_000_000 }]);
    await wait(10);
    expect(sent).toEqual([]);
    expect(files.files[1]?.why?.message).toMatch(/^"film.mov" has 2000.0 MB. The most is 10 MB/);
  });

  it("that_cannot_be_read_says_so_and_holds_nothing_up", async () => {
    const files = open();
    files.add("a", [{ name: "another", file: null, size: 0 }, { name: "folder", file: file("thirteen char"), size: 13 }, { name: "board.png", file: file("abc"), size: 3 }]);
    await wait(10);
    expect(states(files).slice(1)).toEqual(["another refused", "folder refused", "board.png kept"]);
    expect(told).toBe("Attached: board.png");
    expect(files.files[2]?.why?.message).toMatch(/^"folder" cannot be read/);
  });

  it("goes_when_the_store_has_removed_it_and_stays_when_it_has_not", async () => {
    const files = open();
    answer = () => {
      throw { code: "locked", message: "It is submitted." };
    };
    files.remove("old");
    expect(states(files)).toEqual(["plan.txt removing"]);
    await wait(10);
    expect([states(files), files.files[0]?.why?.message]).toEqual([["plan.txt kept"], "It is submitted."]);
    answer = fine;
    files.remove("old");
    await wait(10);
    expect([files.files, told]).toEqual([[], "Removed: plan.txt"]);
  });
});
