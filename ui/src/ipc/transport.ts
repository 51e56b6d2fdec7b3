/** What carries a call out of the page: the shell in the product, a local test host in browser tests. */
export interface Transport {
  call(name: string, request: unknown): Promise<unknown>;
  /** Asks the person where to save; null when they cancelled. */
  callSaving(name: string, request: unknown, suggested: string): Promise<unknown | null>;
  openExported(path: string): Promise<void>;
  /** `mayClose` is asked when the window is about to close, and awaited; false keeps the window open. */
  onClosing(mayClose: () => Promise<boolean>, unsaved: () => boolean): Promise<void>;
  closeNow(): Promise<void>;
  /** Keeps the laptop from sleeping, or lets it sleep again. */
  stayAwake(on: boolean): Promise<void>;
  /** Seconds that the laptop has slept since it was started; null where that is not known. */
  slept(): Promise<number | null>;
}
