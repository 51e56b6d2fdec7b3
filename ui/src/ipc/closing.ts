import { transport } from "#transport";
import { flush, unsaved } from "./saver";

const PATIENCE = 5000;

/** Whether everything that was typed is saved, which is waited for, but not for ever. */
export async function flushed(all: Promise<void> = flush()): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), PATIENCE)));
  const saved = await Promise.race([all.then(() => true), late]);
  clearTimeout(timer);
  return saved;
}

/** Closing the window awaits the savers. When that takes too long, `stuck` asks the person, until all is saved. */
export async function guardClosing(stuck: (is: boolean) => void): Promise<void> {
  const mayClose = async () => {
    const all = flush();
    const saved = await flushed(all);
    if (!saved) {
      stuck(true);
      void all.then(() => stuck(false));
    }
    return saved;
  };
  await transport.onClosing(mayClose, unsaved);
}

export const closeNow = (): Promise<void> => transport.closeNow();
