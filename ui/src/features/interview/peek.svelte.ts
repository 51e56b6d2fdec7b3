// Holding Mod for a moment shows every anchor in full, so that one can read them before the digit decides.
import { mac } from "../../shared/keyboard";

/** Shorter than a wish to read, longer than any chord. */
export const HOLD = 350;

export class Peek {
  held = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;

  down(event: KeyboardEvent): void {
    const key = mac() ? "Meta" : "Control";
    if (event.key !== key || event.altKey || event.shiftKey) {
      // A chord has begun: it is not a look at the anchors, but does not end one either.
      clearTimeout(this.#timer);
    } else if (!event.repeat) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => (this.held = true), HOLD);
    }
  }

  /** Any key let go may be the last of a chord; what counts is whether Mod is still down. */
  up(event: KeyboardEvent): void {
    if (!(mac() ? event.metaKey : event.ctrlKey)) this.end();
  }

  /** The window was left with the key down, and its release is never told. */
  end(): void {
    clearTimeout(this.#timer);
    this.held = false;
  }
}
