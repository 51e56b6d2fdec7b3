/** Fewer signs than this are guessed by whoever has the file and time. */
export const SHORT = 12;

/** The password that a file is to be written with, if any. It is held until the file is written, and by nobody else. */
export class Lock {
  on = $state(false);
  password = $state("");
  again = $state("");

  /** Why it cannot be used yet, said once there is something to say it about. */
  wrong = $derived(this.again.length >= this.password.length && this.again !== this.password ? "The two are not the same." : "");
  short = $derived(this.password !== "" && [...this.password].length < SHORT);
  ready = $derived(!this.on || (this.password !== "" && this.again === this.password));

  /** What the request says of it. */
  asked = $derived(this.on ? { password: this.password } : {});

  /** Forgets what was typed. The next file has a password as well, typed anew. */
  forget(): void {
    [this.password, this.again] = ["", ""];
  }
}
