/** A file that was dropped: its bytes in base64, or none for a folder and for what is too large to attach. */
export type DroppedFile = { name: string; size: number; bytes: string | null };

/** What carries a call out of the page: the shell in the product, a local test host in browser tests. */
export interface Transport {
  call(name: string, request: unknown): Promise<unknown>;
  /** Asks the person where to save; null when they cancelled. */
  callSaving(name: string, request: unknown, suggested: string): Promise<unknown | null>;
  openExported(path: string): Promise<void>;
  /** Shows it among the files of its folder. */
  showExported(path: string): Promise<void>;
  /** `mayClose` is asked when the window is about to close, and awaited; false keeps the window open. */
  onClosing(mayClose: () => Promise<boolean>, unsaved: () => boolean): Promise<void>;
  closeNow(): Promise<void>;
  /** Keeps the laptop from sleeping, or lets it sleep again. */
  stayAwake(on: boolean): Promise<void>;
  /** Seconds that the laptop has slept since it was started; null where that is not known. */
  slept(): Promise<number | null>;
  /** `sleeping` is called when the laptop is about to sleep, which waits a moment for it. */
  onSleeping(sleeping: () => void): Promise<void>;
  /** A picture that was pasted and that the web view keeps to itself, as PNG in base64; null when there is none. */
  pastedPicture(): Promise<string | null>;
  /** Files dropped on the window where the web view keeps them from the page; `over` while they are dragged over it. */
  onDropped(over: (on: boolean) => void, dropped: (files: DroppedFile[]) => void): Promise<() => void>;
}
