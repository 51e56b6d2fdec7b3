import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Saver, TYPING, flush, unsaved, watch } from "./saver";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A store that answers after 50 ms, and records what it was sent and how many calls were open at once. */
function store(plan: (text: string, nth: number) => string | null = () => null) {
  const log: string[] = [];
  let open = 0;
  let most = 0;
  let calls = 0;
  const send = (text: string) => async () => {
    most = Math.max(most, ++open);
    await new Promise((resolve) => setTimeout(resolve, 50));
    open -= 1;
    const code = plan(text, calls++);
    if (code) throw { code, message: code };
    log.push(text);
    return { at: `at ${text}` };
  };
  return { log, send, most: () => most, calls: () => calls };
}
const full = (until: number) => (_: string, nth: number) => (nth < until ? "disk_full" : null);

describe("typing", () => {
  it("is_gathered_for_400_ms_and_only_the_last_text_is_sent", async () => {
    const s = store();
    const saver = new Saver();
    for (const text of ["h", "he", "hel"]) saver.put({ key: "draft", send: s.send(text), delay: TYPING });
    await vi.advanceTimersByTimeAsync(399);
    expect(s.calls()).toBe(0);
    await vi.advanceTimersByTimeAsync(100);
    expect(s.log).toEqual(["hel"]);
  });

  it("is_durable_within_a_second_even_if_the_keys_never_pause", async () => {
    const s = store();
    const saver = new Saver();
    for (let i = 0; i < 20; i++) {
      saver.put({ key: "draft", send: s.send(String(i)), delay: TYPING });
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(s.log.length).toBeGreaterThanOrEqual(3);
  });

  it("is_durable_within_a_second_whatever_happens_to_the_systems_clock", async () => {
    for (const moved of [-3600_000, 3600_000]) {
      const s = store();
      const saver = new Saver();
      saver.put({ key: "draft", send: s.send("typed"), delay: TYPING });
      await vi.advanceTimersByTimeAsync(100);
      vi.setSystemTime(Date.now() + moved);
      await vi.advanceTimersByTimeAsync(900);
      expect(s.log, `the clock was moved by ${moved} ms`).toEqual(["typed"]);
    }
  });

  it("is_sent_before_what_was_done_after_it", async () => {
    const s = store();
    const saver = new Saver();
    saver.put({ key: "draft", send: s.send("draft"), delay: TYPING });
    saver.put({ key: "tick", send: s.send("tick") });
    await vi.advanceTimersByTimeAsync(110);
    expect(s.log).toEqual(["draft", "tick"]);
  });
});

describe("the queue", () => {
  it("never_has_two_in_flight_and_keeps_the_order", async () => {
    const s = store();
    const saver = new Saver();
    for (let i = 0; i < 10; i++) saver.put({ key: `k${i}`, send: s.send(`${i}`) });
    await vi.advanceTimersByTimeAsync(2000);
    expect(s.most()).toBe(1);
    expect(s.log).toEqual([..."0123456789"]);
  });

  it("forgets_a_draft_whose_entry_is_kept", async () => {
    const s = store();
    const saver = new Saver();
    saver.put({ key: "draft", send: s.send("draft"), delay: TYPING });
    saver.drop("draft");
    saver.put({ key: "entry", send: s.send("entry") });
    await vi.advanceTimersByTimeAsync(1000);
    expect(s.log).toEqual(["entry"]);
  });

  it("never_moves_a_new_draft_before_the_entry_that_clears_its_place", async () => {
    const s = store(full(1)); // the first draft fails while it is on its way
    const saver = new Saver();
    saver.put({ key: "draft", send: s.send("old draft") });
    await vi.advanceTimersByTimeAsync(10);
    saver.drop("draft");
    saver.put({ key: "entry", send: s.send("entry") });
    saver.put({ key: "draft", send: s.send("new draft"), delay: TYPING });
    await vi.advanceTimersByTimeAsync(2000);
    expect(s.log).toEqual(["entry", "new draft"]);
  });
});

describe("failure", () => {
  it("keeps_the_text_says_why_and_saves_it_when_there_is_room", async () => {
    const s = store(full(3));
    const saver = new Saver();
    saver.put({ key: "a", send: s.send("a") });
    saver.put({ key: "b", send: s.send("b") });
    await vi.advanceTimersByTimeAsync(60);
    expect(saver.state).toMatchObject({ savedAt: null, pending: true, failure: { code: "disk_full" } });
    await vi.advanceTimersByTimeAsync(5000);
    expect(s.log).toEqual(["a", "b"]);
    expect(saver.state).toEqual({ savedAt: "at b", pending: false, failure: null });
  });

  it("tries_again_even_if_the_systems_clock_was_set_back", async () => {
    const s = store(full(1));
    const saver = new Saver();
    saver.put({ key: "a", send: s.send("a") });
    await vi.advanceTimersByTimeAsync(60);
    vi.setSystemTime(Date.now() - 3600_000);
    await vi.advanceTimersByTimeAsync(5000);
    expect(s.log).toEqual(["a"]);
  });

  it("sends_only_the_newest_text_after_a_failure", async () => {
    const s = store(full(1));
    const saver = new Saver();
    saver.put({ key: "draft", send: s.send("one") });
    await vi.advanceTimersByTimeAsync(10);
    saver.put({ key: "draft", send: s.send("two"), delay: TYPING });
    await vi.advanceTimersByTimeAsync(5000);
    expect(s.log).toEqual(["two"]);
  });

  it("waits_longer_after_each_try", async () => {
    const s = store(() => "storage");
    const saver = new Saver();
    saver.put({ key: "a", send: s.send("a") });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(s.calls()).toBeLessThan(14);
    expect(s.calls()).toBeGreaterThan(5);
  });

  it("hands_back_what_is_refused_and_goes_on", async () => {
    const s = store((text) => (text === "bad" ? "invalid" : null));
    const saver = new Saver();
    const refused = vi.fn();
    saver.put({ key: "bad", send: s.send("bad"), refused });
    saver.put({ key: "good", send: s.send("good") });
    await vi.advanceTimersByTimeAsync(200);
    expect(refused).toHaveBeenCalledWith({ code: "invalid", message: "invalid" });
    expect(s.log).toEqual(["good"]);
  });

  it("never_sends_twice_because_the_page_stumbled_over_the_answer", async () => {
    const s = store();
    const saver = new Saver();
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    saver.put({ key: "a", send: s.send("a"), done: () => { throw new Error("page"); } });
    await vi.advanceTimersByTimeAsync(5000);
    expect(logged).toHaveBeenCalledOnce();
    expect(s.log).toEqual(["a"]);
    expect(saver.state.pending).toBe(false);
  });

  it("treats_an_unknown_error_as_a_bug_and_does_not_loop", async () => {
    const saver = new Saver();
    const refused = vi.fn();
    saver.put({ key: "a", send: () => Promise.reject(new Error("boom")), refused });
    await vi.advanceTimersByTimeAsync(5000);
    expect(refused.mock.calls[0]?.[0]).toMatchObject({ code: "bug" });
  });
});

describe("bookkeeping", () => {
  it("is_saved_and_awaited_but_never_shown_as_saved", async () => {
    const s = store();
    const saver = new Saver();
    saver.put({ key: "turn", send: s.send("turn"), quiet: true });
    expect(saver.state.pending).toBe(false);
    expect(saver.unsaved).toBe(true);
    await vi.advanceTimersByTimeAsync(100);
    expect(s.log).toEqual(["turn"]);
    expect(saver.state).toEqual({ savedAt: null, pending: false, failure: null });
  });
});

describe("flush", () => {
  it("waits_for_everything_and_skips_the_delay", async () => {
    const s = store();
    const saver = new Saver();
    saver.put({ key: "draft", send: s.send("draft"), delay: TYPING });
    saver.put({ key: "draft 2", send: s.send("draft 2"), delay: TYPING });
    const done = vi.fn();
    void saver.flush().then(done);
    await vi.advanceTimersByTimeAsync(99);
    expect(done).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(2);
    expect(done).toHaveBeenCalled();
    expect(s.log).toEqual(["draft", "draft 2"]);
  });

  it("does_not_end_while_saving_fails", async () => {
    const s = store(full(4));
    const saver = new Saver();
    saver.put({ key: "a", send: s.send("a") });
    const done = vi.fn();
    void saver.flush().then(done);
    await vi.advanceTimersByTimeAsync(3000);
    expect(done).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(9000);
    expect(done).toHaveBeenCalled();
  });

  it("covers_every_watched_saver_and_is_at_once_when_nothing_waits", async () => {
    const s = store();
    const saver = new Saver();
    const leave = watch(saver);
    await flush();
    saver.put({ key: "a", send: s.send("a"), delay: TYPING });
    expect(unsaved()).toBe(true);
    const all = flush();
    await vi.advanceTimersByTimeAsync(60);
    await all;
    expect(unsaved()).toBe(false);
    leave();
  });
  it("takes_with_it_what_is_put_only_at_the_last_moment", async () => {
    const s = store();
    const saver = new Saver();
    const leave = watch(saver, () => saver.put({ key: "time", send: s.send("time") }));
    const all = flush();
    await vi.advanceTimersByTimeAsync(60);
    await all;
    expect(s.log).toEqual(["time"]);
    leave();
  });
});
