import { transport } from "#transport";
import { flush, unsaved } from "./saver";

const PATIENCE = 5000;

/** Closing the window awaits the savers. When that takes too long, `stuck` asks the person, until all is saved. */
export async function guardClosing(stuck: (is: boolean) => void): Promise<void> {
  const mayClose = async () => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), PATIENCE)));
    const flushed = flush();
    const saved = await Promise.race([flushed.then(() => true), late]);
    clearTimeout(timer);
    if (!saved) {
      stuck(true);
      void flushed.then(() => stuck(false));
    }
    return saved;
  };
  await transport.onClosing(mayClose, unsaved);
}

export const closeNow = (): Promise<void> => transport.closeNow();
