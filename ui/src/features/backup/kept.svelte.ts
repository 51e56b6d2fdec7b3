import { call } from "../../ipc/call";
import type { BackupKept, Failure } from "../../ipc/contract";
import { asFailure } from "../../ipc/failure";

const FIRST = 5_000;
const AGAIN = 10 * 60_000;

/** The backup of the day, made by itself: what came of it. */
class Kept {
  last = $state.raw<BackupKept | null>(null);
  failure = $state.raw<Failure | null>(null);

  /** One backup a day where something changed; never while `busy`, so that no interview pays for it. */
  watch(busy: () => boolean): () => void {
    const keep = async () => {
      if (busy()) return;
      try {
        [this.last, this.failure] = [await call("backup_keep", {}), null];
      } catch (thrown) {
        const failure = asFailure(thrown);
        // Locked or damaged, there is a screen for it.
        if (failure.code !== "locked_store" && failure.code !== "damaged") this.failure = failure;
      }
    };
    const first = setTimeout(() => void keep(), FIRST);
    const again = setInterval(() => void keep(), AGAIN);
    return () => {
      clearTimeout(first);
      clearInterval(again);
    };
  }
}

export const kept = new Kept();
