import { transport } from "#transport";
import { flush, unsaved } from "./saver";

const PATIENCE = 5000;

/** Closing the window awaits the savers. When that takes too long, `stuck` asks the person. */
export async function guardClosing(stuck: () => void): Promise<void> {
  const mayClose = async () => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), PATIENCE)));
    const saved = await Promise.race([flush().then(() => true), late]);
    clearTimeout(timer);
    if (!saved) stuck();
    return saved;
  };
  await transport.onClosing(mayClose, unsaved);
}

export const closeNow = (): Promise<void> => transport.closeNow();
