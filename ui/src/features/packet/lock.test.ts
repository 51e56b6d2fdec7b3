import { describe, expect, it } from "vitest";
import { Lock } from "./lock.svelte";

describe("the password of a file", () => {
  it("is asked for only where it is wanted, and must be typed alike twice", () => {
    const lock = new Lock();
    expect([lock.ready, lock.asked]).toEqual([true, {}]);
    lock.on = true;
    expect(lock.ready).toBe(false);
    lock.password = "correct horse";
    lock.again = "correct";
    expect([lock.ready, lock.wrong]).toEqual([false, ""]);
    lock.again = "correct house";
    expect([lock.ready, lock.wrong]).toEqual([false, "The two are not the same."]);
    lock.again = "correct horse";
    expect([lock.ready, lock.wrong, lock.asked]).toEqual([true, "", { password: "correct horse" }]);
  });

  it("is forgotten once the file is written, and the next file waits for one", () => {
    const lock = new Lock();
    [lock.on, lock.password, lock.again] = [true, "correct horse", "correct horse"];
    lock.forget();
    expect([lock.ready, lock.on, lock.asked]).toEqual([false, true, { password: "" }]);
  });

  it("is called short by its signs", () => {
    const lock = new Lock();
    expect(lock.short).toBe(false);
    lock.password = "é".repeat(11);
    expect(lock.short).toBe(true);
    lock.password = "é".repeat(12);
    expect(lock.short).toBe(false);
  });
});
